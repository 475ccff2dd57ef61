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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The events of a short run in the words of its operations, a line each, such as {@code c1 → n0
 * broadcast 92}, below the names of the clients if there is room. What repeats is counted. Where
 * there are too many, messages between servers that arrived are left out first, then others between
 * servers, then those of operations on which the finding does not rest: of each what is in the
 * middle, and of a long run what is farthest from the finding.
 */
final class TraceLines {
  private static final String INDENT = "    ";
  private static final String ASIDE = INDENT + " ".repeat(12);
  private static final int LINES_MIN = 5;
  private static final int LABEL_CHARS_MIN = 40;

  /** A run of more lines has its cause rather near the finding than at its beginning. */
  private static final int LONG_LINES = 100;

  private final MessageLabels labels;
  private final List<String> clients;
  private final List<Line> lines = new ArrayList<>();

  private static final String FINAL = "the final operations, after time to recover: ";

  private record Line(
      String text, Part part, boolean isBetweenServers, boolean isRestedOn, boolean isMessage) {}

  private TraceLines(ShortRun run) {
    labels = new MessageLabels(run.events(), run.finding());
    List<Excerpt.Entry> entries = Excerpt.of(run.events(), run.finding());
    clients = Excerpt.clients(entries);
    int told = entries.size();
    while (told > 0 && entries.get(told - 1).part() != Part.TOLD) {
      told--;
    }
    for (int i = 0; i < entries.size(); i++) {
      Excerpt.Entry entry = entries.get(i);
      String text = text(entry.event());
      int after = entries.size() - i - 1;
      boolean isEnd = i == told - 1 && text.equals(FINAL) && after > 0;
      if (isEnd) {
        text += Sentences.count(after, "message") + ", on which the finding does not rest";
      }
      lines.add(
          new Line(
              line(entry.event(), text),
              entry.part(),
              entry.isBetweenServers(),
              entry.isRestedOn(),
              entry.event() instanceof TraceEvent.MessageEnded));
      if (isEnd) {
        return;
      }
    }
  }

  /**
   * The events of a run, oldest first.
   *
   * @param linesMax how many lines there is room for; a few are shown in any case
   */
  static List<String> of(ShortRun run, int linesMax) {
    TraceLines trace = new TraceLines(run);
    if (trace.clients.isEmpty() || height(trace.told()) >= linesMax) {
      return trace.fitted(Math.max(LINES_MIN, linesMax));
    }
    List<String> text = new ArrayList<>();
    String who = ASIDE + "clients: " + String.join(", ", trace.clients);
    text.add(Columns.clipped(who, Screen.COLUMNS_MAX));
    text.addAll(trace.fitted(linesMax - 1));
    return text;
  }

  private static String line(TraceEvent event, String text) {
    String line =
        String.format(Locale.ROOT, "%s%8.3f s  %s", INDENT, event.timeNanos() / 1e9, text);
    return Columns.clipped(line.stripTrailing(), Screen.COLUMNS_MAX);
  }

  private String text(TraceEvent event) {
    if (event instanceof TraceEvent.MessageEnded message) {
      String ends =
          message.message().src()
              + (message.loss().isPresent() ? " ✕ " : " → ")
              + message.message().dest()
              + "  ";
      String end = message.loss().map(reason -> "  (lost: " + why(reason) + ")").orElse("");
      int room = Screen.COLUMNS_MAX - ASIDE.length() - ends.length() - end.length();
      return ends + labels.of(message, Math.max(LABEL_CHARS_MIN, room)) + end;
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
        ? FINAL
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

  private boolean[] told() {
    boolean[] told = new boolean[lines.size()];
    for (int i = 0; i < told.length; i++) {
      told[i] = lines.get(i).part == Part.TOLD;
    }
    return told;
  }

  private List<String> fitted(int linesMax) {
    boolean[] shown = told();
    hideTheMiddle(shown, linesMax, line -> line.isBetweenServers);
    if (height(shown) > LONG_LINES) {
      hideTheFarthest(shown, linesMax);
    }
    hideTheMiddle(shown, linesMax, line -> line.isMessage && !line.isRestedOn);
    hideTheMiddle(shown, linesMax, line -> true);
    for (int i = 0; i < shown.length && height(shown) <= linesMax; i++) {
      if (!shown[i] && lines.get(i).part == Part.IF_ROOM) {
        shown[i] = true;
        shown[i] = height(shown) <= linesMax;
      }
    }
    return withGaps(shown);
  }

  /** How many lines there are with the gaps. */
  private static int height(boolean[] shown) {
    int height = 0;
    for (int i = 0; i < shown.length; i++) {
      height += shown[i] || i == 0 || shown[i - 1] ? 1 : 0;
    }
    return height;
  }

  /** Leaves faults, the operations that the finding rests on, and what is next to these. */
  private void hideTheFarthest(boolean[] shown, int linesMax) {
    int[] restedOn =
        IntStream.range(0, shown.length).filter(i -> lines.get(i).isRestedOn).toArray();
    if (restedOn.length == 0 || height(shown) <= linesMax) {
      return;
    }
    List<Integer> farthestFirst =
        IntStream.range(0, shown.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> distance(i, restedOn)).reversed())
            .toList();
    for (int i = 0; height(shown) > linesMax && i < farthestFirst.size(); i++) {
      int each = farthestFirst.get(i);
      shown[each] &= lines.get(each).isRestedOn || !lines.get(each).isMessage;
    }
  }

  private static int distance(int line, int[] others) {
    return IntStream.of(others).map(other -> Math.abs(line - other)).min().orElse(0);
  }

  /** Leaves more at the beginning, where the cause is, than at the end, which findings tell of. */
  private void hideTheMiddle(boolean[] shown, int linesMax, Predicate<Line> mayBeHidden) {
    int middle = lines.size() * 2 / 3;
    for (int width = 1; height(shown) > linesMax && width < 2 * lines.size(); width++) {
      int each = middle + (width % 2 == 0 ? width / 2 : -width / 2);
      if (each >= 0 && each < shown.length) {
        shown[each] &= !mayBeHidden.test(lines.get(each));
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
