package glomers.workbench.options;

import glomers.workbench.checker.Rules;
import glomers.workbench.network.Latency;
import glomers.workbench.time.Ties;
import glomers.workbench.workload.Promises;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Topology;
import glomers.workbench.workload.Variation;
import glomers.workbench.workload.WorkloadType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Collects the options of a test: the one place for their defaults, which are Maelstrom's, as their
 * names are; {@link OptionLimits} has their limits. The command line and {@code Simulation} are
 * ways to fill it in.
 */
public final class OptionsBuilder {
  public static final double RATE = 5;
  public static final long TIME_LIMIT_SECONDS = 60;
  public static final double NEMESIS_INTERVAL_SECONDS = 10;
  public static final double RECOVERY_SECONDS = 10;
  public static final Duration DISK_LATENCY = Duration.ofMillis(1);
  public static final int KEY_COUNT = 10;
  public static final int MAX_TXN_LENGTH = 4;
  public static final int MAX_WRITES_PER_KEY = 16;
  public static final long ANALYSIS_LIMIT_SECONDS = 30;
  public static final String CONSISTENCY_MODEL = "strict-serializable";
  public static final String TOPOLOGY = "grid";
  public static final String NODES = "n1,n2,n3,n4,n5";

  private String workload;
  private List<String> nodes = List.of(NODES.split(","));
  private Integer nodeCount;
  private Duration timeLimit = Duration.ofSeconds(TIME_LIMIT_SECONDS);
  private double rate = RATE;
  private String concurrency;
  private Latency latency = Latency.NONE;
  private Duration diskLatency = DISK_LATENCY;
  private List<String> nemesis = List.of();
  private Duration nemesisInterval = seconds(NEMESIS_INTERVAL_SECONDS);
  private Topology topology = Topology.of(TOPOLOGY);
  private OptionalDouble availability = OptionalDouble.empty();
  private Duration recovery = seconds(RECOVERY_SECONDS);
  private int keyCount = KEY_COUNT;
  private int maxTxnLength = MAX_TXN_LENGTH;
  private int maxWritesPerKey = MAX_WRITES_PER_KEY;
  private List<String> consistencyModels = List.of(CONSISTENCY_MODEL);
  private boolean finalReads = true;
  private OptionalDouble quiescence = Promises.NONE.quiescence();
  private Optional<Duration> lossWindow = Promises.NONE.lossWindow();
  private Duration silence = Variation.NONE.silence();
  private int writes = Variation.NONE.writes();
  private Ties ties = Variation.NONE.ties();
  private boolean drawn;
  private boolean amountDrawn;
  private Duration analysisLimit = Duration.ofSeconds(ANALYSIS_LIMIT_SECONDS);
  private Rules rules = Rules.STRICT;
  private long seed;

  /** Options that are Maelstrom's defaults until they are set. */
  public OptionsBuilder() {}

  /** The same options, to be changed. */
  public static OptionsBuilder of(TestOptions options) {
    OptionsBuilder builder = new OptionsBuilder();
    builder.workload = options.workload();
    builder.nodes = options.nodes();
    builder.timeLimit = options.timeLimit();
    builder.rate = options.rate();
    builder.concurrency = Integer.toString(options.concurrency());
    builder.latency = options.latency();
    builder.diskLatency = options.diskLatency();
    builder.nemesis = options.faults().names();
    builder.nemesisInterval = options.faults().interval();
    builder.topology = options.topology();
    builder.availability = options.availability();
    builder.recovery = options.faults().recovery();
    builder.keyCount = options.keys().count();
    builder.maxTxnLength = options.txns().maxLength();
    builder.maxWritesPerKey = options.keys().maxWrites();
    builder.consistencyModels = options.txns().models();
    builder.finalReads = options.txns().finalReads();
    builder.quiescence = options.promises().quiescence();
    builder.lossWindow = options.promises().lossWindow();
    builder.silence = options.variation().silence();
    builder.writes = options.variation().writes();
    builder.ties = options.variation().ties();
    builder.drawn = options.variation().drawn();
    builder.amountDrawn = options.variation().amountDrawn();
    builder.analysisLimit = options.analysisLimit();
    builder.rules = options.rules();
    builder.seed = options.seed();
    return builder;
  }

  public OptionsBuilder workload(String name) {
    workload = name;
    return this;
  }

  public OptionsBuilder nodes(List<String> ids) {
    nodes = List.copyOf(ids);
    return this;
  }

  /** Nodes n0, n1, …, whatever {@link #nodes} says. */
  public OptionsBuilder nodeCount(int count) {
    nodeCount = count;
    return this;
  }

  public OptionsBuilder timeLimit(Duration duration) {
    timeLimit = duration;
    return this;
  }

  public OptionsBuilder rate(double operationsPerSecond) {
    rate = operationsPerSecond;
    return this;
  }

  /** Such as {@code 10}, or {@code 4n} for four workers per node; null for the workload's own. */
  public OptionsBuilder concurrency(String spec) {
    concurrency = spec;
    return this;
  }

  public OptionsBuilder latency(Latency distribution) {
    latency = distribution;
    return this;
  }

  public OptionsBuilder diskLatency(Duration ofSync) {
    diskLatency = ofSync;
    return this;
  }

  public OptionsBuilder nemesis(List<String> faults) {
    nemesis = faults.stream().distinct().toList();
    return this;
  }

  public OptionsBuilder nemesisInterval(Duration mean) {
    nemesisInterval = mean;
    return this;
  }

  public OptionsBuilder topology(Topology suggested) {
    topology = suggested;
    return this;
  }

  /** A fraction, 0 to 1. */
  public OptionsBuilder availability(double required) {
    availability = OptionalDouble.of(required);
    return this;
  }

  /** Operations may fail or remain unanswered, whatever {@link #availability} says. */
  public OptionsBuilder anyAvailability() {
    availability = OptionalDouble.empty();
    return this;
  }

  public OptionsBuilder recovery(Duration quiet) {
    recovery = quiet;
    return this;
  }

  public OptionsBuilder keyCount(int count) {
    keyCount = count;
    return this;
  }

  public OptionsBuilder maxTxnLength(int steps) {
    maxTxnLength = steps;
    return this;
  }

  public OptionsBuilder maxWritesPerKey(int count) {
    maxWritesPerKey = count;
    return this;
  }

  public OptionsBuilder consistencyModels(List<String> names) {
    consistencyModels = List.copyOf(names);
    return this;
  }

  public OptionsBuilder finalReads(boolean wanted) {
    finalReads = wanted;
    return this;
  }

  /** How many messages per second a node may send when nothing has been new for a while. */
  public OptionsBuilder quiescence(double messagesPerSecond) {
    quiescence = OptionalDouble.of(messagesPerSecond);
    return this;
  }

  /** How long before a node is killed the operations were answered that it may lose. */
  public OptionsBuilder lossWindow(Duration window) {
    lossWindow = Optional.of(window);
    return this;
  }

  /** The mean length of silences, and of the time between two of them; zero for none. */
  public OptionsBuilder silence(Duration mean) {
    silence = mean;
    return this;
  }

  /** How many of a hundred operations are writes, in workloads that read and write. */
  public OptionsBuilder writes(int percent) {
    writes = percent;
    return this;
  }

  /** The order of events at the same time, in virtual time. */
  public OptionsBuilder ties(Ties order) {
    ties = order;
    return this;
  }

  /**
   * Settings were drawn.
   *
   * @param amount whether it was drawn, too, how much happens: what says that there is too little
   *     to judge by does not count then
   */
  public OptionsBuilder drawn(boolean amount) {
    drawn = true;
    amountDrawn = amount;
    return this;
  }

  public OptionsBuilder analysisLimit(Duration limit) {
    analysisLimit = limit;
    return this;
  }

  public OptionsBuilder rules(Rules judge) {
    rules = judge;
    return this;
  }

  public OptionsBuilder seed(long number) {
    seed = number;
    return this;
  }

  /**
   * The options.
   *
   * @throws IllegalArgumentException if one of them is not allowed; the message names the option,
   *     as the command line calls it, and the remedy
   */
  public TestOptions build() {
    WorkloadType type = OptionLimits.workload(workload);
    if (nodeCount != null) {
      nodes = OptionLimits.nodes(nodeCount);
    }
    OptionLimits.requireIds(nodes);
    int workers = OptionLimits.workers(concurrency, type.concurrency(), nodes.size());
    TestOptions options =
        new TestOptions(
            workload,
            nodes,
            timeLimit,
            rate,
            workers,
            latency,
            diskLatency,
            new TestOptions.Faults(nemesis, nemesisInterval, recovery),
            topology,
            availability,
            new TestOptions.Keys(keyCount, maxWritesPerKey),
            new TestOptions.Txns(maxTxnLength, consistencyModels, finalReads),
            new Promises(quiescence, lossWindow),
            new Variation(silence, writes, ties, drawn, amountDrawn),
            analysisLimit,
            rules,
            seed);
    OptionLimits.requireAllowed(options);
    return options;
  }

  /** So many seconds, which need not be whole. */
  public static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
