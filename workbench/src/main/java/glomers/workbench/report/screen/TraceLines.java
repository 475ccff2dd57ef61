package glomers.workbench.report.screen;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultSentence;
import glomers.workbench.history.Op;
import glomers.workbench.network.LossReason;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.report.picture.Excerpt;
import glomers.workbench.report.picture.Excerpt.Part;
import glomers.workbench.report.picture.MessageLabels;
import glomers.workbench.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The events of a short run in the words of its operations, a line each, such as {@code c1 → n0
 * broadcast 92}, below the names of the clients if there is room. What repeats is counted. Where
 * there are too many, messages between servers that arrived are left out first, then others between
 * servers, and then the rest; of each what is in the middle.
 */
final class TraceLines {
  private static final String INDENT = "    ";
  private static final String ASIDE = INDENT + " ".repeat(12);
  private static final int LINES_MIN = 5;
  private static final int LABEL_CHARS_MAX = 90;

  private final MessageLabels labels;
  private final List<String> clients;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String text, Part part, boolean isBetweenServers) {}

  private TraceLines(ShortRun run) {
    labels = new MessageLabels(run.events(), run.finding());
    List<Excerpt.Entry> entries = Excerpt.of(run.events(), run.finding());
    clients = Excerpt.clients(entries);
    for (Excerpt.Entry entry : entries) {
      lines.add(new Line(line(entry.event()), entry.part(), entry.isBetweenServers()));
    }
  }

  /**
   * The events of a run, oldest first.
   *
   * @param linesMax how many lines there is room for; a few are shown in any case
   */
  static List<String> of(ShortRun run, int linesMax) {
    TraceLines trace = new TraceLines(run);
    if (trace.clients.isEmpty() || linesMax <= LINES_MIN) {
      return trace.fitted(Math.max(LINES_MIN, linesMax));
    }
    List<String> text = new ArrayList<>();
    String who = ASIDE + "clients: " + String.join(", ", trace.clients);
    text.add(Columns.clipped(who, Screen.COLUMNS_MAX));
    text.addAll(trace.fitted(linesMax - 1));
    return text;
  }

  private String line(TraceEvent event) {
    String line =
        String.format(Locale.ROOT, "%s%8.3f s  %s", INDENT, event.timeNanos() / 1e9, text(event));
    return Columns.clipped(line, Screen.COLUMNS_MAX);
  }

  private String text(TraceEvent event) {
    if (event instanceof TraceEvent.MessageEnded message) {
      return message.message().src()
          + (message.loss().isPresent() ? " ✕ " : " → ")
          + message.message().dest()
          + "  "
          + labels.of(message, LABEL_CHARS_MAX)
          + message.loss().map(reason -> "  (lost: " + why(reason) + ")").orElse("");
    } else if (event instanceof TraceEvent.Fault fault) {
      return FaultSentence.of(fault.event());
    }
    return text(((TraceEvent.Operation) event).op());
  }

  private static String why(LossReason reason) {
    return switch (reason) {
      case PARTITION -> "partition";
      case LOSS -> "by chance";
      case ABSENT -> "nobody was there to receive it";
    };
  }

  private static String text(Op op) {
    return op.isInvoke()
        ? "the final operations, after all faults have ended:"
        : "nobody knows whether this took place: "
            + op.f()
            + " "
            + Edn.print(op.value())
            + " on "
            + op.node()
            + " ("
            + Edn.print(op.error())
            + ")";
  }

  private List<String> fitted(int linesMax) {
    boolean[] shown = new boolean[lines.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = lines.get(i).part == Part.TOLD;
    }
    hideTheMiddle(shown, linesMax, true);
    hideTheMiddle(shown, linesMax, false);
    for (int i = 0; i < shown.length && withGaps(shown).size() <= linesMax; i++) {
      if (!shown[i] && lines.get(i).part == Part.IF_ROOM) {
        shown[i] = true;
        shown[i] = withGaps(shown).size() <= linesMax;
      }
    }
    return withGaps(shown);
  }

  /** Leaves more at the beginning, where the cause is, than at the end, which findings tell of. */
  private void hideTheMiddle(boolean[] shown, int linesMax, boolean onlyBetweenServers) {
    int middle = lines.size() * 2 / 3;
    for (int width = 1; withGaps(shown).size() > linesMax && width < 2 * lines.size(); width++) {
      int each = middle + (width % 2 == 0 ? width / 2 : -width / 2);
      if (each >= 0 && each < shown.length) {
        shown[each] &= onlyBetweenServers && !lines.get(each).isBetweenServers;
      }
    }
  }

  private List<String> withGaps(boolean[] shown) {
    List<String> text = new ArrayList<>();
    List<Part> left = new ArrayList<>();
    for (int i = 0; i <= shown.length; i++) {
      if (i < shown.length && !shown[i]) {
        left.add(lines.get(i).part);
        continue;
      }
      if (!left.isEmpty()) {
        text.add(ASIDE + gap(left));
        left.clear();
      }
      if (i < shown.length) {
        text.add(lines.get(i).text);
      }
    }
    return text;
  }

  private static String gap(List<Part> left) {
    String count = "… " + Sentences.count(left.size(), "more message");
    if (left.stream().allMatch(part -> part == Part.REPEATED)) {
      return count
          + " between servers, which "
          + (left.size() == 1 ? "repeats one above" : "repeat those above");
    } else if (left.stream().noneMatch(part -> part == Part.TOLD || part == Part.IF_ROOM)) {
      return count + ", on which the finding does not rest";
    }
    return "… " + Sentences.count(left.size(), "more event");
  }
}
