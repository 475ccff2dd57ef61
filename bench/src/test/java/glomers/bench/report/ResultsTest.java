package glomers.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private final Results results = new Results(List.of("ours", "hello", "go"));

  @Test
  void subjectsKeepTheirOrder() {
    results.add("go", Metric.START, 1);
    assertThat(results.subjects()).containsExactly("ours", "hello", "go");
    assertThat(results.ours()).isEqualTo("ours");
  }

  @Test
  void aSeriesHasItsRunsInOrder() {
    results.add("ours", Metric.START, 3);
    results.add("go", Metric.START, 7);
    results.add("ours", Metric.CROWD, 8);
    results.add("ours", Metric.START, 1);
    assertThat(results.series("ours", Metric.START)).contains(new Series(List.of(3.0, 1.0)));
    assertThat(results.series("go", Metric.START)).contains(new Series(List.of(7.0)));
  }

  @Test
  void whatWasNotMeasuredIsEmpty() {
    results.add("go", Metric.START, 7);
    assertThat(results.series("ours", Metric.START)).isEmpty();
    assertThat(results.series("go", Metric.CROWD)).isEmpty();
    assertThat(results.series("python", Metric.START)).isEmpty();
  }

  @Test
  void metricExistsOnceMeasured() {
    assertThat(results.has(Metric.START)).isFalse();
    results.add("go", Metric.START, 7);
    assertThat(results.has(Metric.START)).isTrue();
    assertThat(results.has(Metric.CROWD)).isFalse();
  }

  @Test
  void refusesUnknownSubject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> results.add("python", Metric.START, 1))
        .withMessage("there is no subject python");
    assertThat(results.subjects()).containsExactly("ours", "hello", "go");
  }
}
