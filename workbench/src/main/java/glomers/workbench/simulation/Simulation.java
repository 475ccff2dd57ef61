package glomers.workbench.simulation;

import glomers.log.SilentLogger;
import glomers.node.Node;
import glomers.storage.Disk;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.general.StatsChecker;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.network.Latency;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestRun;
import glomers.workbench.run.World;
import glomers.workbench.simulation.guard.ExitWatch;
import glomers.workbench.simulation.guard.InspectedServers;
import glomers.workbench.simulation.property.Eventuality;
import glomers.workbench.simulation.property.Invariant;
import glomers.workbench.simulation.property.Properties;
import glomers.workbench.simulation.property.ServersCheck;
import glomers.workbench.simulation.property.ServersMonitor;
import glomers.workbench.simulation.property.ServersProperty;
import glomers.workbench.simulation.property.SometimesConditions;
import glomers.workbench.swarm.Claims;
import glomers.workbench.swarm.Swarm;
import glomers.workbench.time.EventLimitException;
import glomers.workbench.time.Interleaving;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.trace.Recording;
import glomers.workbench.trace.Trace;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Topology;
import glomers.workbench.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A workload on a cluster in virtual time, put together like a sentence:
 *
 * <pre>{@code
 * Simulation.of(Server::new).workload("broadcast").nodes(5).rate(10)
 *     .timeLimit(Duration.ofSeconds(20)).nemesis("partition").seed(7)
 *     .run().assertValid();
 * }</pre>
 *
 * <p>Each seed draws the settings that are not set, such as the rate and the length of a run, the
 * length of its faults, the share of writes, and the order of events at the same time: runs that
 * differ find more than runs that are alike ({@link Swarm}). What is not set and can't be drawn has
 * the default of the command line: there are no faults, for example, unless {@link #nemesis} names
 * some. The same settings and seed give the same run, in a {@link SeedTest} as in any other test.
 * Without a seed nothing is drawn, and it is 0; {@link #noSwarm} says the same of a simulation with
 * a seed.
 *
 * <p>Not safe for use by many threads; the result of {@link #run} is.
 *
 * @param <S> the class of the servers
 */
public final class Simulation<S> {
  /** The most events of a run; one that has more can't be finished. */
  private static final long EVENTS_MAX = 50_000_000;

  /** The number of events that are kept for the description of a run. */
  private static final int TRACE_EVENTS_MAX = 200;

  private final Function<? super Node, ? extends S> server;
  private final OptionsBuilder base;
  private final List<Consumer<OptionsBuilder>> told = new ArrayList<>();
  private final List<Invariant<S>> invariants = new ArrayList<>();
  private final List<Eventuality<S>> eventualities = new ArrayList<>();
  private final List<ServersProperty<S>> conditions = new ArrayList<>();
  private Consumer<TraceEvent> listener = event -> {};
  private long eventsMax = EVENTS_MAX;
  private Optional<UnaryOperator<Disk>> disks = Optional.empty();
  private Optional<UnaryOperator<Claims>> swarm = Optional.empty();
  private boolean isSeeded;
  private boolean isDrawn;

  private Simulation(
      Function<? super Node, ? extends S> server, OptionsBuilder base, boolean isDrawn) {
    this.server = server;
    this.base = base;
    this.isDrawn = isDrawn;
  }

  /**
   * A simulation of this server.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   */
  public static <S> Simulation<S> of(Function<? super Node, ? extends S> server) {
    return new Simulation<>(server, new OptionsBuilder(), true);
  }

  /**
   * A simulation of this server, which a test that reproduces a failing run can name if it is a
   * method reference.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   */
  public static <S> Simulation<S> of(ServerFactory<S> server) {
    return new Simulation<>(server, new OptionsBuilder(), true);
  }

  /** A simulation with these options, to which others may be added; a seed draws none of them. */
  public static <S> Simulation<S> of(
      Function<? super Node, ? extends S> server, OptionsBuilder options) {
    return new Simulation<>(server, options, false);
  }

  /** The workload, by its name. */
  public Simulation<S> workload(String name) {
    return tell(options -> options.workload(Workloads.named(name).name()));
  }

  /** How many nodes there are: n0, n1, … */
  public Simulation<S> nodes(int count) {
    return tell(options -> options.nodeCount(count));
  }

  /** How long operations are generated, in virtual time. */
  public Simulation<S> timeLimit(Duration duration) {
    return tell(options -> options.timeLimit(duration));
  }

  /** Operations per second, over all workers. */
  public Simulation<S> rate(double perSecond) {
    return tell(options -> options.rate(perSecond));
  }

  /** How many workers there are, in all. */
  public Simulation<S> concurrency(int workers) {
    return concurrency(Integer.toString(workers));
  }

  /** How many workers there are, such as {@code 10}, or {@code 4n} for four per node. */
  public Simulation<S> concurrency(String spec) {
    return tell(options -> options.concurrency(spec));
  }

  /** How long each message between servers takes. */
  public Simulation<S> latency(Duration duration) {
    return latency(new Latency(Latency.Shape.CONSTANT, duration.toMillis()));
  }

  /** How long messages between servers take. */
  public Simulation<S> latency(Latency distribution) {
    return tell(options -> options.latency(distribution));
  }

  /** How long a sync of a node's storage takes. */
  public Simulation<S> diskLatency(Duration duration) {
    return tell(options -> options.diskLatency(duration));
  }

  /**
   * Puts something between the storage of nodes and their disks, such as a mistake that the test
   * must find.
   */
  public Simulation<S> disks(UnaryOperator<Disk> between) {
    disks = Optional.of(between);
    return this;
  }

  /**
   * As {@link #disks(UnaryOperator)}; a test that reproduces a failing run can name it if it is a
   * method reference.
   */
  public Simulation<S> disks(DiskLayer between) {
    return disks((UnaryOperator<Disk>) between);
  }

  /** The faults to inject, by the names that the command line has for them. */
  public Simulation<S> nemesis(String... faults) {
    List<String> names = List.of(faults);
    return tell(options -> options.nemesis(names));
  }

  /** The mean time between a fault's start and its stop. */
  public Simulation<S> nemesisInterval(Duration mean) {
    return tell(options -> options.nemesisInterval(mean));
  }

  /** The neighbours that are suggested to nodes. */
  public Simulation<S> topology(Topology suggested) {
    return tell(options -> options.topology(suggested));
  }

  /** Sets the fraction of the operations that must be ok, 0 to 1. */
  public Simulation<S> availability(double fraction) {
    return tell(options -> options.availability(fraction));
  }

  /** How long to wait between the end of all faults and the final operations. */
  public Simulation<S> recovery(Duration quiet) {
    return tell(options -> options.recovery(quiet));
  }

  /** Whose rules the run is judged by; {@link Rules#STRICT} unless this is called. */
  public Simulation<S> rules(Rules judge) {
    return tell(options -> options.rules(judge));
  }

  /**
   * Sets any option, also those that only some workloads look at.
   *
   * @param change may be called more than once
   */
  public Simulation<S> options(Consumer<OptionsBuilder> change) {
    return tell(change);
  }

  /** Sets an option that stays as it is, whatever is drawn. */
  private Simulation<S> tell(Consumer<OptionsBuilder> change) {
    told.add(change);
    change.accept(base);
    return this;
  }

  /**
   * Draws all settings of each run from its seed, within what the server claims: what this
   * simulation is told otherwise is no longer fixed, but the base that they are drawn from.
   *
   * @param claims adds what the server claims besides
   */
  public Simulation<S> swarm(UnaryOperator<Claims> claims) {
    swarm = Optional.of(claims);
    return this;
  }

  /**
   * Draws nothing: settings that this simulation is not told have the defaults of the command line.
   * For a test that judges figures, such as messages per operation, or replays one known run.
   */
  public Simulation<S> noSwarm() {
    swarm = Optional.empty();
    isDrawn = false;
    return this;
  }

  /**
   * The seed of all random choices. It also draws the settings that this simulation is not told,
   * unless {@link #noSwarm} is called.
   */
  public Simulation<S> seed(long number) {
    isSeeded = true;
    return tell(options -> options.seed(number));
  }

  /**
   * Checks an invariant over the servers after each event. The first violation ends the run: it is
   * invalid, and its trace ends with the event that broke the invariant.
   *
   * @param name what must be true, in words
   * @param holds is given the servers that are up, in the order of their nodes; may use assertions
   *     instead of returning false
   */
  public Simulation<S> always(String name, Predicate<? super List<S>> holds) {
    invariants.add(Invariant.of(name, holds));
    return this;
  }

  /**
   * As {@link #always(String, Predicate)}; a test that reproduces a failing run can name the check
   * if it is a method reference.
   */
  public Simulation<S> always(String name, ServersCheck<S> holds) {
    return always(name, (Predicate<? super List<S>>) holds);
  }

  /**
   * As {@link #always(String, Predicate)}, with a check that remembers what it has seen.
   *
   * @param monitor makes the check of each run
   */
  public Simulation<S> always(String name, ServersMonitor<S> monitor) {
    invariants.add(new Invariant<>(name, monitor, monitor));
    return this;
  }

  /**
   * Waits, when faults have ended and operations are no longer generated, until this is true of the
   * servers, and then goes on. If it does not become true in time, the run is invalid.
   *
   * @param name what must become true, in words
   * @param within how long it may take, in virtual time
   * @param holds is given the servers that are up, in the order of their nodes
   */
  public Simulation<S> eventually(String name, Duration within, ServersCheck<S> holds) {
    eventualities.add(new Eventuality<>(name, within, holds));
    return this;
  }

  /**
   * Notes whether this was true of the servers after any event: {@link SimulatedRun#sometimes}
   * tells. A {@link SeedTest} fails if it was true in no run of the sweep, for then the sweep tests
   * less than it says.
   *
   * @param name what should be true at some time, in words
   * @param holds is given the servers that are up, in the order of their nodes
   */
  public Simulation<S> sometimes(String name, ServersCheck<S> holds) {
    conditions.add(new ServersProperty<>(name, holds));
    return this;
  }

  /** Reports every event to this listener. */
  public Simulation<S> trace(Consumer<TraceEvent> eventListener) {
    listener = eventListener;
    return this;
  }

  /** The most events of a run; one that has more can't be finished. */
  Simulation<S> eventsMax(long count) {
    eventsMax = count;
    return this;
  }

  /**
   * Runs it.
   *
   * @throws IllegalArgumentException if an option is not allowed, no workload was named, or the
   *     server has static state or ends the process
   */
  public SimulatedRun run() {
    return run(settings(), listener, false);
  }

  private TestOptions settings() {
    TestOptions options = base.build();
    if (swarm.isPresent()) {
      return Swarm.draw(options, swarm.get().apply(Claims.of(options)));
    }
    return isSeeded && isDrawn ? Swarm.draw(options, Claims.of(options), told) : options;
  }

  private SimulatedRun run(TestOptions chosen, Consumer<TraceEvent> events, boolean isRecorded) {
    ExitWatch.begin();
    Workload workload = Workloads.named(chosen.workload()).factory().apply(chosen);
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(eventsMax);
    InspectedServers<S> servers = new InspectedServers<>(server, scheduler);
    RandomStreams streams = new RandomStreams(chosen.seed());
    scheduler.interleave(Interleaving.of(chosen.variation().ties(), streams));
    SimulatedCluster<S> cluster = new SimulatedCluster<>(servers, scheduler, streams);
    cluster.machines().diskLatency(chosen.diskLatency());
    disks.ifPresent(cluster.machines()::between);
    Trace trace = new Trace(scheduler, TRACE_EVENTS_MAX, events);
    List<NetworkListener> listeners = new ArrayList<>(List.of(trace));
    Recording recording = new Recording(scheduler);
    if (isRecorded) {
      listeners.add(recording);
    }
    TestRun run =
        new TestRun(
            chosen,
            workload,
            new World(scheduler, cluster, streams, listeners, SilentLogger.INSTANCE),
            trace::operation);
    Properties<S> properties = new Properties<>(invariants, eventualities, conditions);
    properties.watch(run, scheduler, cluster::servers);
    perform(run, scheduler, cluster);
    List<String> warnings = servers.inspect();
    RunRecord outcome = run.outcome();
    SometimesConditions.report(properties.met());
    if (chosen.variation().amountDrawn()) {
      reportWhatWasOk(outcome);
    }
    return new SimulatedRun(
        chosen,
        outcome,
        outcome.failure().isPresent()
            ? Optional.empty()
            : Optional.of(Analysis.of(chosen, workload, outcome)),
        trace.events(),
        warnings,
        isRecorded ? Optional.of(recording) : Optional.empty(),
        properties.met(),
        () -> run(chosen, event -> {}, true),
        new SystemUnderTest<>(server, invariants, eventualities, disks));
  }

  /** What is not asked of each run, for it may be too short, is asked of the sweep. */
  private static void reportWhatWasOk(RunRecord outcome) {
    Map<String, Boolean> met = new LinkedHashMap<>();
    StatsChecker.okByFunction(outcome.mainHistory())
        .forEach((f, isOk) -> met.put("some " + f + " operation is ok", isOk));
    SometimesConditions.report(met);
  }

  private static void perform(
      TestRun run, VirtualTimeScheduler scheduler, SimulatedCluster<?> cluster) {
    try {
      run.begin();
      scheduler.run();
    } catch (EventLimitException e) {
      run.end(
          cluster.busiest(
              e.getMessage(),
              "see whether messages go round in circles, or ask for a shorter --time-limit or a"
                  + " lower --rate"));
    } catch (OutOfMemoryError e) {
      run.end(
          cluster.busiest(
              "no memory left",
              "see what its server keeps; or give the simulation more memory, such as by"
                  + " GLOMERS_JAVA_OPTS=-Xmx4g"));
    }
  }
}
