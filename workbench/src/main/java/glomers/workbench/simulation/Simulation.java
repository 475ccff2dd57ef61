package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.nemesis.Faults;
import glomers.workbench.network.Latency;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.TestOptions;
import glomers.workbench.run.TestOutcome;
import glomers.workbench.run.TestRun;
import glomers.workbench.time.Randoms;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.workload.Topology;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A workload on a cluster in virtual time, put together like a sentence:
 *
 * <pre>{@code
 * Simulation.of(Server::new).workload("broadcast").nodes(5).rate(10)
 *     .timeLimit(Duration.ofSeconds(20)).nemesis("partition").seed(7)
 *     .run().assertValid();
 * }</pre>
 *
 * <p>What is not said is as on the command line. Not safe for use by many threads; what {@link
 * #run} returns is.
 */
public final class Simulation {
  /** More events than this end a run in an error. */
  private static final long EVENTS_MAX = 50_000_000;

  private final Consumer<? super Node> server;
  private String workload;
  private List<String> nodes = ids(5);
  private Duration timeLimit = Duration.ofSeconds(60);
  private double rate = 5;
  private int concurrency;
  private Latency latency = Latency.NONE;
  private List<String> nemesis = List.of();
  private Duration nemesisInterval = Duration.ofSeconds(10);
  private Topology topology = Topology.GRID;
  private OptionalDouble availability = OptionalDouble.empty();
  private Duration recovery = Duration.ofSeconds(10);
  private long seed;
  private Consumer<String> journal;
  private long eventsMax = EVENTS_MAX;

  private Simulation(Consumer<? super Node> server) {
    this.server = server;
  }

  /**
   * A simulation of this server.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   */
  public static Simulation of(Consumer<? super Node> server) {
    return new Simulation(server);
  }

  /** A simulation with these options, but for its seed. */
  public static Simulation of(Consumer<? super Node> server, TestOptions options) {
    Simulation simulation = new Simulation(server);
    simulation.workload = options.workload();
    simulation.nodes = options.nodes();
    simulation.timeLimit = options.timeLimit();
    simulation.rate = options.rate();
    simulation.concurrency = options.concurrency();
    simulation.latency = options.latency();
    simulation.nemesis = options.nemesis();
    simulation.nemesisInterval = options.nemesisInterval();
    simulation.topology = options.topology();
    simulation.availability = options.availability();
    simulation.recovery = options.recovery();
    return simulation;
  }

  /** What is asked of the nodes: the name of a workload. */
  public Simulation workload(String name) {
    Workloads.make(name, nodes, topology); // complains of a name that there is not
    workload = name;
    return this;
  }

  /** How many nodes there are: n0, n1, … */
  public Simulation nodes(int count) {
    nodes = ids(count);
    return this;
  }

  /** How long operations are generated, in virtual time. */
  public Simulation timeLimit(Duration duration) {
    timeLimit = duration;
    return this;
  }

  /** Operations a second, over all workers. */
  public Simulation rate(double perSecond) {
    rate = perSecond;
    return this;
  }

  /** How many workers there are, in all; one a node if it is not said. */
  public Simulation concurrency(int workers) {
    concurrency = workers;
    return this;
  }

  /** How long messages between servers take: always this long. */
  public Simulation latency(Duration duration) {
    return latency(new Latency(Latency.Shape.CONSTANT, duration.toMillis()));
  }

  /** How long messages between servers take. */
  public Simulation latency(Latency distribution) {
    latency = distribution;
    return this;
  }

  /** The faults to inject, by the names that the command line has for them. */
  public Simulation nemesis(String... faults) {
    for (String fault : faults) {
      if (!Faults.names().contains(fault)) {
        throw new IllegalArgumentException(
            "there is no fault " + fault + "; there are " + String.join(", ", Faults.names()));
      }
    }
    nemesis = List.of(faults);
    return this;
  }

  /** The mean time between a fault's start and its stop. */
  public Simulation nemesisInterval(Duration duration) {
    nemesisInterval = duration;
    return this;
  }

  /** What nodes are told of their neighbours. */
  public Simulation topology(Topology suggested) {
    topology = suggested;
    return this;
  }

  /** What fraction of the operations must succeed, 0 to 1. */
  public Simulation availability(double fraction) {
    availability = OptionalDouble.of(fraction);
    return this;
  }

  /** How long to wait between the end of all faults and the final operations. */
  public Simulation recovery(Duration duration) {
    recovery = duration;
    return this;
  }

  /** Of all random choices. */
  public Simulation seed(long number) {
    seed = number;
    return this;
  }

  /** Has every event told to this listener, in words. */
  public Simulation journal(Consumer<String> listener) {
    journal = listener;
    return this;
  }

  /** More events than this end a run in an error. */
  Simulation eventsMax(long count) {
    eventsMax = count;
    return this;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException if no workload was named, or if there is no end to the events
   */
  public SimulatedRun run() {
    if (workload == null) {
      throw new IllegalStateException("name a workload: " + String.join(", ", Workloads.names()));
    }
    TestOptions options =
        new TestOptions(
            workload,
            nodes,
            timeLimit,
            rate,
            concurrency == 0 ? nodes.size() : concurrency,
            latency,
            nemesis,
            nemesisInterval,
            topology,
            availability,
            recovery,
            seed);
    Workload asked = Workloads.make(workload, nodes, topology);
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(eventsMax);
    SimulatedCluster cluster = new SimulatedCluster(server, scheduler, new Randoms(seed));
    Journal events = new Journal(scheduler, journal);
    TestRun run =
        new TestRun(
            options,
            asked,
            scheduler,
            cluster,
            List.of(events),
            events::operation,
            SilentLogger.INSTANCE);
    run.begin();
    scheduler.run();
    TestOutcome outcome = run.outcome();
    return new SimulatedRun(
        options,
        outcome,
        outcome.failure().isPresent()
            ? Optional.empty()
            : Optional.of(Analysis.of(options, asked, outcome)),
        events.last());
  }

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }
}
