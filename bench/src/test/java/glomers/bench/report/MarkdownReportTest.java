package glomers.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final Results results = new Results(List.of("ours", "hello", "go"));

  private void add(String subject, Metric metric, double... values) {
    for (double value : values) {
      results.add(subject, metric, value);
    }
  }

  @Test
  void tableHasRowPerMetric() {
    add("go", Metric.THROUGHPUT, 16_734, 15_000, 17_001);
    add("ours", Metric.THROUGHPUT, 77_578, 80_000, 70_000);
    add("ours", Metric.START, 82.919, 90, 81.25);
    add("hello", Metric.START, 45.03, 44, 46);
    add("go", Metric.START, 3.951, 4, 3.9);
    add("ours", Metric.THROUGHPUT_WRITES, 0.0034, 0.003, 0.005);
    List<Goal> goals =
        List.of(
            new Goal(Metric.THROUGHPUT, false, 5, Goal.GO),
            new Goal(Metric.START, true, 2, Goal.HELLO),
            new Goal(Metric.CROWD, true, 1_300, null));
    assertThat(MarkdownReport.of("Measured on a Monday.", results, goals))
        .isEqualTo(
            """
            Measured on a Monday.

            |  | ours | hello | go | goal | reached |
            |---|---|---|---|---|---|
            | start of one node to `init_ok`, ms | **82.9** (81.3 to 90) | **45.0** (44 to 46) \
            | **3.95** (3.90 to 4) | ≤ 2 × hello | yes, 1.84 × |
            | echoes through the pipe, /s | **77,578** (70,000 to 80,000) |  \
            | **16,734** (15,000 to 17,001) | ≥ 5 × go | **no**, 4.64 × |
            | writes per echo, under load | **0.003** (0.003 to 0.005) |  |  |  |  |

            Medians, with the least and the greatest of the runs.
            """);
  }

  @Test
  void oneRunIsShownByItself() {
    add("ours", Metric.CROWD, 1_300);
    assertThat(row("their")).isEmpty();
    assertThat(row("start of 25"))
        .containsExactly(
            "| start of 25 at once to the last `init_ok`, ms | **1,300** |  |  | ≤ 1,300 | yes |");
  }

  @Test
  void leavesGoalOpenWithoutItsBaseline() {
    add("ours", Metric.THROUGHPUT, 77_578);
    assertThat(row("echoes"))
        .containsExactly("| echoes through the pipe, /s | **77,578** |  |  | ≥ 5 × go |  |");
  }

  @Test
  void withoutResultsThereAreNoRows() {
    assertThat(row("")).containsExactly("|  | ours | hello | go | goal | reached |");
  }

  private List<String> row(String title) {
    return MarkdownReport.of("Title.", results, Goal.on(17))
        .lines()
        .filter(line -> line.startsWith("| " + title))
        .toList();
  }
}
