package glomers.bench.report;

import static glomers.bench.report.Metric.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A goal for one metric.
 *
 * @param metric what is judged, by the median of our runs
 * @param atMost whether it is to be at most the limit; otherwise at least
 * @param limit a figure, or a multiple of the baseline's median
 * @param baseline a subject, or null if the limit is a figure by itself
 */
public record Goal(Metric metric, boolean atMost, double limit, String baseline) {
  /** The baseline that is always there: the smallest JVM program. */
  public static final String HELLO = "hello";

  /** The peer that we compare ourselves with if it is there: the official library for Go. */
  public static final String GO = "go";

  /**
   * The goals on this version of Java.
   *
   * @param javaVersion the feature version, such as 17
   */
  public static List<Goal> on(int javaVersion) {
    boolean modern = javaVersion >= 25;
    List<Goal> goals = new ArrayList<>();
    goals.add(new Goal(START, true, modern ? 1.5 : 2, HELLO));
    goals.add(new Goal(CROWD, true, modern ? 1_000 : 1_300, null));
    goals.add(new Goal(CROWD_CPU, true, 3_000, null));
    goals.add(new Goal(CROWD_RESIDENT, true, 45, null));
    goals.add(new Goal(WARM_START, true, 150, null));
    goals.add(new Goal(WARM_CROWD, true, 2_500, null));
    goals.add(new Goal(THROUGHPUT, false, 5, GO));
    goals.add(new Goal(THROUGHPUT_CPU, true, 0.2, GO));
    goals.add(new Goal(THROUGHPUT_RESIDENT, true, 80, null));
    goals.add(new Goal(PING_PONG_P50, true, 0.5, GO));
    goals.add(new Goal(PING_PONG_WRITES, true, 1, null));
    goals.add(new Goal(PACED_P50, true, 1, GO));
    goals.add(new Goal(PACED_P99, true, 1_000, null));
    goals.add(new Goal(PACED_RESIDENT, true, 45, null));
    goals.add(new Goal(WORKBENCH_P99, true, 5, null));
    goals.add(new Goal(SHUTDOWN_OVERHEAD, true, 1.5, null));
    goals.add(new Goal(SIMULATE_3B, true, 50, null));
    goals.add(new Goal(SIMULATE_3D, false, 50, null));
    goals.add(new Goal(SIMULATE_5C, false, 50, null));
    goals.add(new Goal(KAFKA_20000, true, 1_000, null));
    goals.add(new Goal(TXN_20000, true, 1_000, null));
    goals.add(new Goal(TXN_100000, true, 5_000, null));
    goals.add(new Goal(LINEAR_2000, true, 1_000, null));
    goals.add(new Goal(LINEAR_10000, true, 5_000, null));
    goals.add(new Goal(APPEND_100_SHARE, false, 80, null));
    goals.add(new Goal(RAFT_MESSAGES, true, 2.5, null));
    goals.add(new Goal(RAFT_P50, true, 45, null));
    goals.add(new Goal(RAFT_P99, true, 70, null));
    goals.add(new Goal(RAFT_UNANSWERED, true, 0, null));
    goals.add(new Goal(FAILOVER_P50, true, 400, null));
    goals.add(new Goal(FAILOVER_MAX, true, 1_500, null));
    goals.add(new Goal(TXN_MESSAGES, true, 2.5, null));
    goals.add(new Goal(LOOP_RATE, false, 1_500, null));
    goals.add(new Goal(RESTART, true, 1_000, null));
    goals.add(new Goal(RESTART_DISK, true, 2, null));
    goals.add(new Goal(RECORD_SHARE, true, 5, null));
    return goals;
  }

  /** Whether it is reached; empty if something it depends on was not measured. */
  public Optional<Boolean> isMet(Results results) {
    return figure(results).map(figure -> atMost ? figure <= limit : figure >= limit);
  }

  /**
   * Our median, or its ratio to that of the baseline; empty if it was not measured, or if the
   * baseline's is 0, as CPU time is that was too short to be counted.
   */
  public Optional<Double> figure(Results results) {
    Optional<Double> ours = results.series(results.ours(), metric).map(Series::median);
    if (baseline == null) {
      return ours;
    }
    Optional<Double> theirs = results.series(baseline, metric).map(Series::median);
    return ours.flatMap(a -> theirs.filter(b -> b != 0).map(b -> a / b));
  }

  /** The goal in words, such as {@code ≤ 2 × hello}. */
  public String text() {
    return (atMost ? "≤ " : "≥ ")
        + Figures.format(limit)
        + (baseline == null ? "" : " × " + baseline);
  }
}
