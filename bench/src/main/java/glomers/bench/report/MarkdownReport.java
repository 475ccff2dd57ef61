package glomers.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results as a table in Markdown: a row per metric, a column per subject, and the goals. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /**
   * The table, with line breaks.
   *
   * @param title a sentence above the table: where, when and how it was measured
   */
  public static String of(String title, Results results, List<Goal> goals) {
    Map<Metric, Goal> byMetric =
        goals.stream().collect(Collectors.toMap(Goal::metric, Function.identity()));
    List<String> lines = new ArrayList<>(List.of(title, ""));
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(results.subjects());
    head.addAll(List.of("goal", "reached"));
    lines.add(row(head));
    lines.add("|---".repeat(head.size()) + "|");
    for (Metric metric : Metric.values()) {
      if (results.has(metric)) {
        lines.add(row(cells(metric, results, Optional.ofNullable(byMetric.get(metric)))));
      }
    }
    lines.add("");
    lines.add("Medians, with the least and the greatest of the runs.");
    return String.join("\n", lines) + "\n";
  }

  private static List<String> cells(Metric metric, Results results, Optional<Goal> goal) {
    List<String> cells = new ArrayList<>(List.of(metric.title()));
    for (String name : results.subjects()) {
      cells.add(results.series(name, metric).map(MarkdownReport::cell).orElse(""));
    }
    cells.add(goal.map(Goal::text).orElse(""));
    cells.add(goal.flatMap(g -> reached(g, results)).orElse(""));
    return cells;
  }

  private static String cell(Series series) {
    String median = "**" + Figures.format(series.median()) + "**";
    return series.values().size() == 1
        ? median
        : median
            + " ("
            + Figures.format(series.min())
            + " to "
            + Figures.format(series.max())
            + ")";
  }

  private static Optional<String> reached(Goal goal, Results results) {
    return goal.isMet(results)
        .map(
            met -> {
              String answer = met ? "yes" : "**no**";
              return goal.baseline() == null
                  ? answer
                  : answer + ", " + Figures.format(goal.figure(results).orElseThrow()) + " ×";
            });
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
