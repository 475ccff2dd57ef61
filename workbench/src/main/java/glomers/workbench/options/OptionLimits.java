package glomers.workbench.options;

import glomers.workbench.nemesis.Faults;
import glomers.workbench.service.Services;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Variation;
import glomers.workbench.workload.WorkloadType;
import glomers.workbench.workload.txn.ConsistencyModel;
import java.time.Duration;
import java.util.List;

/**
 * What is allowed of the options of a test. Each method throws an {@link IllegalArgumentException}
 * that names the option, as the command line calls it, and the remedy.
 */
final class OptionLimits {
  // Larger values are surely mistakes, and computations with them could overflow.
  private static final int NODES_MAX = 10_000;
  private static final int NODE_ID_CHARS_MAX = 64;
  private static final int WORKERS_MAX = 100_000;
  private static final int COUNT_MAX = 1_000_000;
  private static final Duration DURATION_MAX = Duration.ofSeconds(1_000_000);
  private static final long LATENCY_MILLIS_MAX = 1_000_000;

  private OptionLimits() {}

  /** The type of the workload. */
  static WorkloadType workload(String name) {
    require(
        name != null && Workloads.names().contains(name),
        "workload",
        name,
        "must be one of " + String.join(", ", Workloads.names()));
    return Workloads.named(name);
  }

  /** The ids of so many nodes. */
  static List<String> nodes(int count) {
    require(count > 0 && count <= NODES_MAX, "node-count", count, "must be from 1 to " + NODES_MAX);
    return TestOptions.ids(count);
  }

  static void requireIds(List<String> nodes) {
    require(!nodes.isEmpty(), "nodes", "", "name at least one node");
    for (String id : nodes) {
      // Ids become the names of log files, and those of clients start with a c.
      require(
          id.matches("[A-Za-z0-9._-]+")
              && !id.matches("[.c].*")
              && id.length() <= NODE_ID_CHARS_MAX,
          "nodes",
          id.length() <= NODE_ID_CHARS_MAX ? id : id.substring(0, NODE_ID_CHARS_MAX) + "…",
          "an id is made of at most "
              + NODE_ID_CHARS_MAX
              + " letters, digits, dots, hyphens and underscores, and does not start with a dot,"
              + " nor with c, as those of clients do");
      require(!Services.names().contains(id), "nodes", id, "is the name of a service");
    }
    require(
        nodes.stream().distinct().count() == nodes.size(),
        "nodes",
        String.join(",", nodes),
        "an id is there twice");
  }

  /**
   * How many workers there are.
   *
   * @param concurrency such as {@code 10}, or {@code 4n} for four per node; null for the workload's
   *     own
   */
  static int workers(String concurrency, WorkloadType.ConcurrencyRule rule, int nodes) {
    String spec = concurrency == null ? rule.defaultSpec() : concurrency;
    require(
        spec.matches("[0-9]{1,6}n?") && !spec.matches("0+n?"),
        "concurrency",
        spec,
        "must be a number such as 10, or one per node such as 2n");
    long number = Long.parseLong(spec.replace("n", "")) * (spec.endsWith("n") ? nodes : 1);
    require(
        number <= WORKERS_MAX, "concurrency", spec, "must be at most " + WORKERS_MAX + " in all");
    rule.check()
        .problem(nodes, (int) number)
        .ifPresent(problem -> require(false, "concurrency", spec, problem));
    return (int) number;
  }

  /** All that the other methods do not look at. */
  static void requireAllowed(TestOptions options) {
    requireDuration("time-limit", options.timeLimit(), Duration.ofMillis(1));
    requireDuration("nemesis-interval", options.faults().interval(), Duration.ofMillis(1));
    requireDuration("recovery-time", options.faults().recovery(), Duration.ZERO);
    double quiescence = options.promises().quiescence().orElse(0);
    require(quiescence >= 0, "quiescence", quiescence, "must not be negative");
    requireDuration(
        "loss-window", options.promises().lossWindow().orElse(Duration.ZERO), Duration.ZERO);
    requireDuration("silence", options.variation().silence(), Duration.ZERO);
    int writes = options.variation().writes();
    require(writes > 0 && writes <= 100, "writes", writes, "must be from 1 to 100");
    require(
        writes == Variation.NONE.writes() || workload(options.workload()).hasWrites(),
        "writes",
        writes,
        options.workload() + " has no writes; leave the option out");
    requireDuration("disk-latency", options.diskLatency(), Duration.ZERO);
    requireDuration("analysis-limit", options.analysisLimit(), Duration.ofMillis(1));
    double rate = options.rate();
    require(rate >= 0 && rate <= 1e6, "rate", rate, "must be from 0 to 1000000");
    long latency = options.latency().meanMillis();
    require(
        latency >= 0 && latency <= LATENCY_MILLIS_MAX,
        "latency",
        latency,
        "must be from 0 to " + LATENCY_MILLIS_MAX);
    double availability = options.availability().orElse(0);
    require(
        availability >= 0 && availability <= 1,
        "availability",
        availability,
        "must be total, or a number from 0 to 1");
    requireCount("key-count", options.keys().count());
    requireCount("max-txn-length", options.txns().maxLength());
    requireCount("max-writes-per-key", options.keys().maxWrites());
    requireNames("nemesis", options.faults().names(), "must be one of ", Faults.names());
    require(
        !options.txns().models().isEmpty(), "consistency-models", "", "name at least one model");
    requireNames(
        "consistency-models",
        options.txns().models(),
        "must be some of ",
        ConsistencyModel.names());
  }

  private static void requireNames(
      String option, List<String> names, String remedy, List<String> known) {
    for (String name : names) {
      require(known.contains(name), option, name, remedy + String.join(", ", known));
    }
  }

  private static void requireCount(String option, int count) {
    require(count > 0 && count <= COUNT_MAX, option, count, "must be from 1 to " + COUNT_MAX);
  }

  private static void requireDuration(String option, Duration duration, Duration min) {
    require(
        duration.compareTo(min) >= 0 && duration.compareTo(DURATION_MAX) <= 0,
        option,
        number(duration) + " s",
        "must be from " + number(min) + " to " + number(DURATION_MAX) + " s");
  }

  private static String number(Duration duration) {
    double seconds = duration.toMillis() / 1e3;
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : "" + seconds;
  }

  private static void require(boolean condition, String option, Object value, String remedy) {
    if (!condition) {
      throw new IllegalArgumentException("--" + option + " " + value + ": " + remedy);
    }
  }
}
