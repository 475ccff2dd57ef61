package glomers.bench.report;

import static glomers.bench.report.Metric.CROWD;
import static glomers.bench.report.Metric.START;
import static glomers.bench.report.Metric.THROUGHPUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
  private final Results results = new Results(List.of("ours", "hello", "go"));

  private static Goal goalOn(int javaVersion, Metric metric) {
    return Goal.on(javaVersion).stream().filter(g -> g.metric() == metric).findAny().orElseThrow();
  }

  @Test
  void atMostIsMetUpToTheLimit() {
    Goal goal = new Goal(CROWD, true, 1_000, null);
    results.add("ours", CROWD, 1_000);
    assertThat(goal.isMet(results)).contains(true);
    results.add("ours", CROWD, 1_000.5);
    assertThat(goal.isMet(results)).contains(false);
    assertThat(goal.text()).isEqualTo("≤ 1,000");
  }

  @Test
  void atLeastIsMetFromTheLimitOn() {
    Goal goal = new Goal(THROUGHPUT, false, 50, null);
    results.add("ours", THROUGHPUT, 50);
    assertThat(goal.isMet(results)).contains(true);
    results.add("ours", THROUGHPUT, 49);
    assertThat(goal.isMet(results)).contains(false);
    assertThat(goal.text()).isEqualTo("≥ 50");
  }

  @Test
  void comparesOurMedianOnly() {
    Goal goal = new Goal(CROWD, true, 10, null);
    List.of(9.0, 90.0, 8.0).forEach(value -> results.add("ours", CROWD, value));
    results.add("go", CROWD, 90);
    assertThat(goal.figure(results)).contains(9.0);
    assertThat(goal.isMet(results)).contains(true);
  }

  @Test
  void comparesMediansWithBaseline() {
    Goal goal = new Goal(START, true, 1.5, "hello");
    List.of(90.0, 60.0, 61.0).forEach(value -> results.add("ours", START, value));
    List.of(40.0, 10.0, 90.0).forEach(value -> results.add("hello", START, value));
    assertThat(goal.figure(results)).contains(1.525);
    assertThat(goal.isMet(results)).contains(false);
    assertThat(goal.text()).isEqualTo("≤ 1.50 × hello");
  }

  @Test
  void isOpenWithoutBaseline() {
    Goal goal = new Goal(THROUGHPUT, false, 5, "go");
    results.add("ours", THROUGHPUT, 50);
    results.add("hello", THROUGHPUT, 10);
    assertThat(goal.figure(results)).isEmpty();
    assertThat(goal.isMet(results)).isEmpty();
  }

  @Test
  void withoutOursNothingIsSaid() {
    results.add("go", THROUGHPUT, 50);
    assertThat(new Goal(THROUGHPUT, false, 5, "go").isMet(results)).isEmpty();
    assertThat(new Goal(THROUGHPUT, false, 5, null).isMet(results)).isEmpty();
  }

  @Test
  void isOpenIfBaselineIsZero() {
    results.add("ours", THROUGHPUT, 50);
    results.add("go", THROUGHPUT, 0);
    assertThat(new Goal(THROUGHPUT, false, 5, "go").figure(results)).isEmpty();
  }

  @Test
  void laterVersionsOfJavaAreToStartFaster() {
    assertThat(goalOn(17, START)).isEqualTo(new Goal(START, true, 2, Goal.HELLO));
    assertThat(goalOn(24, START)).isEqualTo(goalOn(17, START));
    assertThat(goalOn(25, START)).isEqualTo(new Goal(START, true, 1.5, Goal.HELLO));
    assertThat(goalOn(17, CROWD).limit()).isEqualTo(1_300);
    assertThat(goalOn(25, CROWD).limit()).isEqualTo(1_000);
  }

  @Test
  void aMetricHasOneGoalAtMost() {
    assertThat(Goal.on(17)).extracting(Goal::metric).doesNotHaveDuplicates().contains(START);
    assertThat(Goal.on(25)).extracting(Goal::metric).doesNotHaveDuplicates().contains(START);
  }
}
