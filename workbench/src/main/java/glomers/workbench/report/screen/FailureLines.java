package glomers.workbench.report.screen;

import glomers.workbench.run.TestFailure;
import java.util.ArrayList;
import java.util.List;

/** Why a test could not be finished, on some lines of a screen. */
final class FailureLines {
  private static final int PROBLEM_LINES_MAX = 8;
  private static final int HINTS_MAX = 3;
  private static final int HINT_LINES_MAX = 3;
  private static final int ERRORS_MAX = 10;

  private FailureLines() {}

  static List<String> of(TestFailure failure) {
    List<String> lines = new ArrayList<>();
    String problem = "Node " + failure.cause().node() + " " + failure.cause().problem();
    lines.addAll(Columns.cut(Columns.wrapped(problem, 0), PROBLEM_LINES_MAX));
    lines.add("");
    addErrors(failure, lines);
    lines.add("");
    lines.addAll(
        Columns.cut(
            Columns.wrapped("What to do: " + failure.cause().remedy() + ".", 0),
            PROBLEM_LINES_MAX));
    failure.hints().stream()
        .limit(HINTS_MAX)
        .forEach(hint -> lines.addAll(Columns.cut(Columns.wrapped(hint, 0), HINT_LINES_MAX)));
    return lines;
  }

  /** What the node said itself comes first: it is nearest to the cause. */
  private static void addErrors(TestFailure failure, List<String> lines) {
    if (failure.lastErrors().isEmpty()) {
      lines.add("It printed nothing on standard error.");
      return;
    }
    lines.add("The last lines that it printed on standard error:");
    int from = Math.max(0, failure.lastErrors().size() - ERRORS_MAX);
    failure.lastErrors().stream()
        .skip(from)
        .forEach(line -> lines.add(Columns.clipped("    " + line, Screen.COLUMNS_MAX)));
  }
}
