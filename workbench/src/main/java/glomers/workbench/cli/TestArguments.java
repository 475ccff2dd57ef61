package glomers.workbench.cli;

import glomers.workbench.checker.Rules;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Topology;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options that define a test. Each maps onto {@link TestOptions}, which has the defaults and
 * the limits.
 */
final class TestArguments {
  private final OptionsBuilder options = new OptionsBuilder();
  private Latency.Shape latencyShape = Latency.Shape.CONSTANT;
  private long latencyMillis;

  @Option(
      names = {"-w", "--workload"},
      required = true,
      paramLabel = "NAME",
      description = "What to test, see below.")
  void workload(String name) {
    options.workload(name);
  }

  @Option(
      names = "--node-count",
      paramLabel = "NUM",
      description = "How many nodes to run: n0, n1, … Overrides --nodes.")
  void nodeCount(int count) {
    options.nodeCount(count);
  }

  @Mixin private NodeArguments nodes;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description =
          "How long operations are generated. Default: " + OptionsBuilder.TIME_LIMIT_SECONDS)
  void timeLimit(long seconds) {
    options.timeLimit(Duration.ofSeconds(seconds));
  }

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description =
          "Operations per second, about, over all workers. Default: " + OptionsBuilder.RATE)
  void rate(double perSecond) {
    options.rate(perSecond);
  }

  @Option(
      names = "--concurrency",
      paramLabel = "NUM[n]",
      description =
          "How many workers; 4n means four for each node. Default: 1n, or what the workload needs.")
  void concurrency(String spec) {
    options.concurrency(spec);
  }

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      description = "Mean latency between servers. Default: 0")
  void latency(long millis) {
    latencyMillis = millis;
  }

  @Option(
      names = "--latency-dist",
      paramLabel = "TYPE",
      description = "constant, uniform or exponential. Default: constant")
  void latencyShape(Latency.Shape shape) {
    latencyShape = shape;
  }

  @Option(
      names = "--disk-latency",
      paramLabel = "MILLIS",
      description = "How long a sync of a simulated node's storage takes. Default: 1")
  void diskLatency(double millis) {
    options.diskLatency(OptionsBuilder.seconds(millis / 1e3));
  }

  @Option(
      names = "--nemesis",
      paramLabel = "FAULT,FAULT...",
      description =
          "Faults to inject, with commas between them: partition, kill and pause, as in Maelstrom;"
              + " one-way-partition, loss, duplicate, reorder, slow; of the stores store-slow and"
              + " store-lost; power, which kills all nodes at once; and in simulations disk,"
              + " corruption and clock.")
  private String nemesis;

  @Option(
      names = "--nemesis-interval",
      paramLabel = "SECONDS",
      description =
          "Mean time between a fault's start and its stop. Default: "
              + OptionsBuilder.NEMESIS_INTERVAL_SECONDS)
  void nemesisInterval(double seconds) {
    options.nemesisInterval(OptionsBuilder.seconds(seconds));
  }

  @Option(
      names = "--topology",
      paramLabel = "SPEC",
      description =
          "The neighbours that the workload broadcast suggests to nodes: line, grid, tree, tree2,"
              + " tree3, tree4 or total. Default: "
              + OptionsBuilder.TOPOLOGY)
  private String topology = OptionsBuilder.TOPOLOGY;

  @Option(
      names = "--availability",
      paramLabel = "EXPECTED",
      description = "The fraction of the operations that must be ok: total, or a number 0 to 1.")
  private String availability;

  @Option(
      names = "--recovery-time",
      paramLabel = "SECONDS",
      description =
          "Quiet between the end of all faults and the final operations. Maelstrom has no such"
              + " option, and this default: "
              + OptionsBuilder.RECOVERY_SECONDS)
  void recovery(double seconds) {
    options.recovery(OptionsBuilder.seconds(seconds));
  }

  @Option(
      names = "--key-count",
      paramLabel = "NUM",
      description =
          "Keys in use at the same time, in kafka and txn-*. Default: " + OptionsBuilder.KEY_COUNT)
  void keyCount(int count) {
    options.keyCount(count);
  }

  @Option(
      names = "--max-txn-length",
      paramLabel = "NUM",
      description =
          "The most reads and writes in a transaction, in txn-*. Default: "
              + OptionsBuilder.MAX_TXN_LENGTH)
  void maxTxnLength(int steps) {
    options.maxTxnLength(steps);
  }

  @Option(
      names = "--max-writes-per-key",
      paramLabel = "NUM",
      description =
          "How often a key is written before another takes its place, in kafka and txn-*. Default: "
              + OptionsBuilder.MAX_WRITES_PER_KEY)
  void maxWritesPerKey(int count) {
    options.maxWritesPerKey(count);
  }

  @Option(
      names = "--consistency-models",
      paramLabel = "MODEL,MODEL...",
      description =
          "The models that transactions must satisfy, in txn-*. Default: "
              + OptionsBuilder.CONSISTENCY_MODEL)
  void consistencyModels(String models) {
    options.consistencyModels(commaSeparated(models));
  }

  @Option(
      names = "--quiescence",
      paramLabel = "RATE",
      description =
          "Judge whether traffic ends: at most so many messages per second and node when nothing"
              + " has been new for half of the recovery time.")
  void quiescence(double messagesPerSecond) {
    options.quiescence(messagesPerSecond);
  }

  @Option(
      names = "--loss-window",
      paramLabel = "SECONDS",
      description =
          "A node that is killed may lose what it has answered so long before, and the nodes must"
              + " agree on the rest. Default: it may lose nothing")
  void lossWindow(double seconds) {
    options.lossWindow(OptionsBuilder.seconds(seconds));
  }

  @Option(
      names = "--writes",
      paramLabel = "PERCENT",
      description =
          "How many of a hundred operations are writes, in workloads that read and write; in lin-kv, how"
              + " many of a hundred workers write. Default: 50")
  void writes(int percent) {
    options.writes(percent);
  }

  @Option(
      names = "--silence",
      paramLabel = "SECONDS",
      description =
          "Mean length of silences in which no operation begins, and of the time between two of"
              + " them. Default: 0, for none")
  void silence(double seconds) {
    options.silence(OptionsBuilder.seconds(seconds));
  }

  @Option(
      names = "--no-final-reads",
      description =
          "Leave out the final phase of txn-*, in which every node reads every key. Maelstrom has"
              + " no such phase.")
  void noFinalReads(boolean leftOut) {
    options.finalReads(!leftOut);
  }

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description =
          "By whose rules to judge: strict, which are all of this test bench, or maelstrom, which"
              + " gives Maelstrom's verdict and shows the rest as advice. Default: strict")
  void rules(Rules rules) {
    options.rules(rules);
  }

  @Option(
      names = "--analysis-limit",
      paramLabel = "SECONDS",
      description =
          "How long one checker may take; past it the verdict is unknown. Default: "
              + OptionsBuilder.ANALYSIS_LIMIT_SECONDS)
  void analysisLimit(double seconds) {
    options.analysisLimit(OptionsBuilder.seconds(seconds));
  }

  /** The seed that was given; null if none was. */
  @Option(
      names = "--seed",
      paramLabel = "NUM",
      description = "Of the random choices of operations, faults and latencies. Default: random")
  Long seed;

  @Parameters(
      paramLabel = "ARGUMENT",
      description = "Arguments for the program, after --.",
      arity = "0..*")
  List<String> programArguments = List.of();

  /**
   * The test that these options ask for.
   *
   * @throws IllegalArgumentException if one of them is not allowed; the message names it and the
   *     remedy
   */
  TestOptions toOptions() {
    return builder().build();
  }

  /**
   * Refuses arguments for the program that do not stand after {@code --}: most likely they are
   * options whose hyphens were forgotten.
   *
   * @param words all that the command was called with
   * @throws IllegalArgumentException if there is one; the message names it and the remedy
   */
  void requireNoStrayWords(List<String> words) {
    int end = words.indexOf("--");
    int afterEnd = end < 0 ? 0 : words.size() - end - 1;
    if (programArguments.size() > afterEnd) {
      String word = programArguments.get(0);
      throw new IllegalArgumentException(
          "Unexpected argument "
              + word
              + ": options begin with --, and arguments for the program stand after -- (as in -- "
              + word
              + ")");
    }
  }

  /** The options, for tests of several seeds. */
  OptionsBuilder builder() {
    nodes.ids().ifPresent(options::nodes);
    if (nemesis != null) {
      List<String> faults = commaSeparated(nemesis);
      require(
          !faults.isEmpty(),
          "--nemesis '" + nemesis + "': name at least one fault, or leave the option out");
      options.nemesis(faults);
    }
    if (availability != null) {
      options.availability(fraction(availability));
    }
    return options
        .topology(topology(topology))
        .latency(new Latency(latencyShape, latencyMillis))
        .seed(seed == null ? new SplittableRandom().nextLong() : seed);
  }

  private static double fraction(String required) {
    try {
      return required.equals("total") ? 1 : Converters.decimal(required);
    } catch (CommandLine.TypeConversionException e) {
      throw new IllegalArgumentException(
          "--availability " + required + ": must be total, or a number from 0 to 1", e);
    }
  }

  private static Topology topology(String name) {
    try {
      return Topology.of(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--topology " + name + ": " + e.getMessage(), e);
    }
  }

  private static List<String> commaSeparated(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
