package glomers.workbench.cli;

import glomers.workbench.nemesis.Faults;
import glomers.workbench.network.Latency;
import glomers.workbench.run.TestOptions;
import glomers.workbench.workload.Topology;
import glomers.workbench.workload.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what a test is to be. Names and defaults are Maelstrom's. */
final class TestArguments {
  // Beyond these a test can't be meant, and its figures would no longer fit their types.
  private static final int NODES_MAX = 10_000;
  private static final int WORKERS_MAX = 100_000;
  private static final int SECONDS_MAX = 1_000_000;
  private static final int LATENCY_MILLIS_MAX = 1_000_000;

  @Option(
      names = {"-w", "--workload"},
      required = true,
      paramLabel = "NAME",
      description = "What to test: broadcast, echo or unique-ids.")
  String workload;

  @Option(
      names = "--node-count",
      paramLabel = "NUM",
      description = "How many nodes to run: n0, n1, … Overrides --nodes.")
  Integer nodeCount;

  @Option(
      names = "--nodes",
      paramLabel = "ID,ID...",
      description = "The ids of the nodes, with commas between them. Default: n1 to n5.")
  String nodes = "n1,n2,n3,n4,n5";

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "How long operations are generated. Default: ${DEFAULT-VALUE}.")
  long timeLimitSeconds = 60;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description = "Operations a second, about, over all workers. Default: ${DEFAULT-VALUE}.")
  double rate = 5;

  @Option(
      names = "--concurrency",
      paramLabel = "NUM[n]",
      description = "How many workers; 4n means four for each node. Default: ${DEFAULT-VALUE}.")
  String concurrency = "1n";

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      description = "Mean latency between servers. Default: ${DEFAULT-VALUE}.")
  long latencyMillis;

  @Option(
      names = "--latency-dist",
      paramLabel = "TYPE",
      description = "constant, uniform or exponential. Default: constant.")
  Latency.Shape latencyShape = Latency.Shape.CONSTANT;

  @Option(
      names = "--nemesis",
      paramLabel = "FAULT,FAULT...",
      description =
          "Faults to inject, with commas between them: partition, as in Maelstrom;"
              + " one-way-partition, loss, duplicate, reorder, slow, pause, kill.")
  String nemesis = "";

  @Option(
      names = "--nemesis-interval",
      paramLabel = "SECONDS",
      description = "Mean time between a fault's start and its stop. Default: ${DEFAULT-VALUE}.")
  double nemesisIntervalSeconds = 10;

  @Option(
      names = "--topology",
      paramLabel = "SPEC",
      description =
          "What broadcast tells nodes of their neighbours: line, grid, tree, tree2, tree3, tree4"
              + " or total. Default: grid.")
  String topology = "grid";

  @Option(
      names = "--availability",
      paramLabel = "EXPECTED",
      description = "The part of the operations that must succeed: total, or a number 0 to 1.")
  String availability;

  @Option(
      names = "--recovery-time",
      paramLabel = "SECONDS",
      description =
          "Quiet between the end of all faults and the final operations. Default:"
              + " ${DEFAULT-VALUE}, as in Maelstrom, which has no such option.")
  double recoverySeconds = 10;

  @Option(
      names = "--seed",
      paramLabel = "NUM",
      description = "Of the random choices of operations, faults and latencies. Default: random.")
  Long seed;

  @Option(
      names = {"--consistency-models", "--key-count", "--max-txn-length", "--max-writes-per-key"},
      paramLabel = "VALUE",
      description = "Taken so that Maelstrom's command lines work; for no workload that is here.")
  List<String> withoutEffect = List.of();

  @Parameters(
      paramLabel = "ARGUMENT",
      description = "Arguments for the program, after --.",
      arity = "0..*")
  List<String> programArguments = List.of();

  /**
   * The test that these options ask for.
   *
   * @throws IllegalArgumentException if one of them can't be; the message names it and the remedy
   */
  TestOptions toOptions() {
    require(
        Workloads.names().contains(workload),
        "--workload " + workload + ": must be one of " + String.join(", ", Workloads.names()));
    require(
        nodeCount == null || nodeCount > 0 && nodeCount <= NODES_MAX,
        "--node-count must be from 1 to " + NODES_MAX);
    require(
        timeLimitSeconds > 0 && timeLimitSeconds <= SECONDS_MAX,
        "--time-limit must be from 1 to " + SECONDS_MAX);
    require(rate >= 0 && rate <= 1e6, "--rate must be from 0 to 1000000");
    require(
        latencyMillis >= 0 && latencyMillis <= LATENCY_MILLIS_MAX,
        "--latency must be from 0 to " + LATENCY_MILLIS_MAX);
    require(
        nemesisIntervalSeconds >= 0.001 && nemesisIntervalSeconds <= SECONDS_MAX,
        "--nemesis-interval must be from 0.001 to " + SECONDS_MAX);
    require(
        recoverySeconds >= 0 && recoverySeconds <= SECONDS_MAX,
        "--recovery-time must be from 0 to " + SECONDS_MAX);
    List<String> ids = nodeIds();
    return new TestOptions(
        workload,
        ids,
        Duration.ofSeconds(timeLimitSeconds),
        rate,
        workers(ids.size()),
        new Latency(latencyShape, latencyMillis),
        faults(),
        seconds(nemesisIntervalSeconds),
        topology(),
        availability(),
        seconds(recoverySeconds),
        seed == null ? new SplittableRandom().nextLong() : seed);
  }

  private List<String> nodeIds() {
    List<String> ids =
        nodeCount == null
            ? Arrays.stream(nodes.split(",", -1)).map(String::strip).toList()
            : IntStream.range(0, nodeCount).mapToObj(i -> "n" + i).toList();
    for (String id : ids) {
      require(
          !id.isBlank() && !id.startsWith("c"),
          "--nodes: \""
              + id
              + "\" can't be a node's id: it must not be empty, nor start with c, as those of clients do");
    }
    require(ids.stream().distinct().count() == ids.size(), "--nodes: an id is there twice");
    return ids;
  }

  private static List<String> commaSeparated(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
  }

  private int workers(int nodeCount) {
    require(
        concurrency.matches("[0-9]{1,6}n?") && !concurrency.matches("0+n?"),
        "--concurrency " + concurrency + ": must be a number such as 10, or one a node such as 2n");
    boolean each = concurrency.endsWith("n");
    long number = Long.parseLong(concurrency.replace("n", "")) * (each ? nodeCount : 1);
    require(
        number <= WORKERS_MAX,
        "--concurrency " + concurrency + ": must be at most " + WORKERS_MAX + " in all");
    return (int) number;
  }

  private List<String> faults() {
    List<String> wanted = commaSeparated(nemesis);
    for (String fault : wanted) {
      require(
          Faults.names().contains(fault),
          "--nemesis " + fault + ": must be one of " + String.join(", ", Faults.names()));
    }
    return wanted.stream().distinct().toList();
  }

  private Topology topology() {
    try {
      return Topology.of(topology);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--topology " + topology + ": " + e.getMessage(), e);
    }
  }

  private OptionalDouble availability() {
    if (availability == null) {
      return OptionalDouble.empty();
    }
    if (availability.equals("total")) {
      return OptionalDouble.of(1);
    }
    double fraction = -1;
    try {
      fraction = Double.parseDouble(availability);
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    require(
        fraction >= 0 && fraction <= 1,
        "--availability " + availability + ": must be total, or a number from 0 to 1");
    return OptionalDouble.of(fraction);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** The file that runs a node, by its full path, as Maelstrom starts it. */
  static Path file(Path bin) {
    Path path;
    try {
      path = bin.toRealPath();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--bin " + bin + ": there is no such file; has it been built (mvn package)?", e);
    }
    require(Files.isRegularFile(path), "--bin " + bin + ": must be a program, not a folder");
    return path;
  }

  /** As {@link #file}, for a program that is to be started. */
  static Path program(Path bin) {
    Path path = file(bin);
    require(
        Files.isExecutable(path),
        "--bin " + bin + ": is not executable; make it so: chmod +x " + bin);
    return path;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
