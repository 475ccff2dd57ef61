package glomers.workbench.report.screen;

import glomers.workbench.checker.Counted;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultText;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The events of a short run in the words of its operations, a line each, such as {@code c1 → n0
 * broadcast 92}. Where there are too many, messages between servers that arrived are left out
 * first, and then what is in the middle.
 */
final class TraceLines {
  private static final String INDENT = "    ";
  private static final int LINES_MIN = 5;
  private static final int LABEL_CHARS_MAX = 90;

  private final Set<String> nodes;
  private final List<Line> lines = new ArrayList<>();
  private boolean isFinal;

  /**
   * A line.
   *
   * @param isFirst whether it is left out only if there is no room for those like it
   */
  private record Line(String text, boolean isFirst) {}

  private TraceLines(List<String> nodes) {
    this.nodes = new HashSet<>(nodes);
  }

  /**
   * The events of a run, oldest first.
   *
   * @param nodes the ids of its nodes
   * @param linesMax how many lines there is room for; a few are shown in any case
   */
  static List<String> of(List<TraceEvent> events, List<String> nodes, int linesMax) {
    TraceLines trace = new TraceLines(nodes);
    events.forEach(trace::add);
    return trace.fitted(Math.max(LINES_MIN, linesMax));
  }

  private void add(TraceEvent event) {
    if (event instanceof TraceEvent.MessageEnded message) {
      add(message);
    } else if (event instanceof TraceEvent.Fault fault) {
      add(fault.timeNanos(), FaultText.of(fault.event()), true);
    } else if (event instanceof TraceEvent.Operation operation) {
      add(operation.op());
    }
  }

  private void add(TraceEvent.MessageEnded event) {
    String src = event.message().src();
    String dest = event.message().dest();
    boolean isLost = event.loss().isPresent();
    add(
        event.timeNanos(),
        src
            + (isLost ? " ✕ " : " → ")
            + dest
            + "  "
            + BodyLabel.of(event.message().body(), LABEL_CHARS_MAX)
            + event.loss().map(reason -> "  (lost: " + reason.label() + ")").orElse(""),
        isLost || isClient(src) || isClient(dest));
  }

  private boolean isClient(String id) {
    return id.startsWith("c") && !nodes.contains(id);
  }

  /** Messages say what operations do; only what they do not say is added. */
  private void add(Op op) {
    if (op.isFinal() && !isFinal) {
      isFinal = true;
      add(op.timeNanos(), "the final operations, after all faults have ended:", true);
    }
    if (op.isClient() && op.type() == OpType.INFO && op.error() != null) {
      add(
          op.timeNanos(),
          "nobody knows whether this took place: "
              + op.f()
              + " "
              + Edn.print(op.value())
              + " on "
              + op.node()
              + " ("
              + Edn.print(op.error())
              + ")",
          true);
    }
  }

  private void add(long timeNanos, String text, boolean isFirst) {
    String line = String.format(Locale.ROOT, "%s%7d ms  %s", INDENT, timeNanos / 1_000_000, text);
    lines.add(new Line(Columns.clipped(line, Screen.COLUMNS_MAX), isFirst));
  }

  private List<String> fitted(int linesMax) {
    boolean[] shown = new boolean[lines.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = lines.get(i).isFirst;
    }
    hideTheMiddle(shown, linesMax);
    for (int i = 0; i < shown.length && withGaps(shown).size() <= linesMax; i++) {
      if (!shown[i]) {
        shown[i] = true;
        shown[i] = withGaps(shown).size() <= linesMax;
      }
    }
    return withGaps(shown);
  }

  /** Leaves more at the beginning, where the cause is, than at the end, which findings tell of. */
  private void hideTheMiddle(boolean[] shown, int linesMax) {
    int middle = lines.size() * 2 / 3;
    for (int width = 1; withGaps(shown).size() > linesMax && width < 2 * lines.size(); width++) {
      int each = middle + (width % 2 == 0 ? width / 2 : -width / 2);
      if (each >= 0 && each < shown.length) {
        shown[each] = false;
      }
    }
  }

  private List<String> withGaps(boolean[] shown) {
    List<String> text = new ArrayList<>();
    int left = 0;
    for (int i = 0; i <= shown.length; i++) {
      if (i < shown.length && !shown[i]) {
        left++;
        continue;
      }
      if (left > 0) {
        text.add(INDENT + "           … " + Counted.of(left, "more event"));
        left = 0;
      }
      if (i < shown.length) {
        text.add(lines.get(i).text);
      }
    }
    return text;
  }
}
