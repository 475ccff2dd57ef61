package glomers.workbench.simulation;

import glomers.log.SilentLogger;
import glomers.node.Node;
import glomers.storage.Disk;
import glomers.workbench.checker.Finding;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.network.Latency;
import glomers.workbench.run.TestBed;
import glomers.workbench.run.World;
import glomers.workbench.simulation.guard.InspectedServers;
import glomers.workbench.simulation.property.Eventuality;
import glomers.workbench.simulation.property.Invariant;
import glomers.workbench.simulation.property.ServersProperty;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.trace.Recording;
import glomers.workbench.trace.Trace;
import glomers.workbench.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The cluster of a scenario: what it is made of, how its time passes, and what ends that, which is
 * a node that breaks the protocol, or a property that its servers do not have.
 */
final class ScenarioCluster<S> {
  private static final long EVENTS_MAX = 10_000_000;
  private static final int TRACE_EVENTS_MAX = 1_000_000;

  final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(EVENTS_MAX);
  final Trace trace = new Trace(scheduler, TRACE_EVENTS_MAX, event -> {});
  final Recording recording = new Recording(scheduler);
  final RandomStreams streams;
  final SimulatedCluster<S> nodes;
  final TestBed bed;
  private final InspectedServers<S> servers;
  private final List<ServersProperty<S>> invariants = new ArrayList<>();
  private NodeFailure failure;
  private Finding violation;

  /** A cluster whose nodes are not started yet. */
  ScenarioCluster(
      Function<? super Node, ? extends S> server,
      List<String> ids,
      Latency latency,
      long seed,
      UnaryOperator<Disk> disks) {
    streams = new RandomStreams(seed);
    servers = new InspectedServers<>(server, scheduler);
    nodes = new SimulatedCluster<>(servers, scheduler, streams);
    nodes.machines().between(disks);
    bed =
        new TestBed(
            new World(scheduler, nodes, streams, List.of(trace, recording), SilentLogger.INSTANCE),
            ids,
            Optional.empty(),
            latency,
            cause -> failure = cause);
    scheduler.afterEachEvent(this::checkInvariants);
  }

  /**
   * Starts and initialises the nodes.
   *
   * @throws IllegalStateException if that is not possible
   */
  void start() {
    boolean[] started = {false};
    bed.nodes().start(() -> started[0] = true);
    boolean ended = scheduler.runUntil(() -> started[0] || failure != null, Long.MAX_VALUE - 1);
    servers.inspect();
    if (!ended || failure != null) {
      throw new IllegalStateException("the nodes can't be initialised: " + failure);
    }
    trace.clear();
  }

  /** Checks this after each event from now on. */
  void always(Invariant<S> invariant) {
    invariants.add(invariant.begin());
  }

  private void checkInvariants() {
    if (violation == null) {
      violation =
          Invariant.firstViolation(invariants, nodes.servers(), scheduler.nowNanos()).orElse(null);
    }
  }

  /** Lets time pass until this is true; throws an {@link AssertionError} if it is not in time. */
  void await(Eventuality<S> expected) {
    if (!run(() -> expected.holds(nodes.servers()), expected.within())) {
      violation = expected.violation();
      throw violated();
    }
  }

  /** The property that does not hold; empty if all did. */
  Optional<Finding> violation() {
    return Optional.ofNullable(violation);
  }

  private AssertionError violated() {
    return new AssertionError(violation.sentence() + "\n\n" + traceText());
  }

  /** Lets this much time pass. */
  void run(Duration duration) {
    run(() -> false, duration);
  }

  /**
   * Lets time pass until the condition holds, or as much as the limit; returns whether it holds.
   *
   * @throws AssertionError if an invariant is violated
   * @throws IllegalStateException if a node breaks the protocol
   */
  boolean run(BooleanSupplier condition, Duration limit) {
    long until = scheduler.nowNanos() + limit.toNanos();
    boolean holds =
        scheduler.runUntil(
            () -> failure != null || violation != null || condition.getAsBoolean(), until);
    if (violation != null) {
      throw violated();
    }
    if (failure != null) {
      throw new IllegalStateException(
          "node " + failure.node() + " " + failure.problem() + "\n" + traceText());
    }
    if (!holds) {
      scheduler.runUntil(until); // there may be no event left; the time passes nevertheless
    }
    return holds;
  }

  /** All steps, comments and events since the nodes were initialised, one per line. */
  String traceText() {
    StringBuilder text = new StringBuilder();
    trace.events().forEach(event -> text.append(TraceText.of(event)).append('\n'));
    return text.toString();
  }
}
