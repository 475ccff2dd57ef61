package glomers.workbench.simulation;

import com.google.gson.JsonObject;
import glomers.node.Node;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.storage.Disk;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.report.picture.SpacetimePicture;
import glomers.workbench.run.Ending;
import glomers.workbench.run.RunRecord;
import glomers.workbench.session.Client;
import glomers.workbench.session.Session.Reply;
import glomers.workbench.simulation.guard.ExitWatch;
import glomers.workbench.simulation.property.Eventuality;
import glomers.workbench.simulation.property.Invariant;
import glomers.workbench.simulation.property.ServersMonitor;
import glomers.workbench.time.Interleaving;
import glomers.workbench.trace.Recording;
import glomers.workbench.trace.Trace;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A cluster in virtual time that a test controls step by step: calls, faults, and time.
 *
 * <pre>{@code
 * Scenario<Server> scenario = Scenario.of(Server::new, 3, Duration.ofMillis(100), 7);
 * scenario.isolate("n2");
 * scenario.call("n0", new Broadcast(1), BroadcastOk.class);
 * scenario.heal();
 * scenario.advance(Duration.ofSeconds(1));
 * assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).contains(1);
 * }</pre>
 *
 * <p>Time moves in {@link #call}, {@link #advance} and {@link #runUntil} only. Each throws an
 * {@link IllegalStateException} if a node breaks the protocol. Not safe for use by many threads.
 *
 * @param <S> the class of the servers
 */
public final class Scenario<S> implements FaultVerbs {
  private static final Duration FINAL_OPERATIONS_MAX = Duration.ofMinutes(10);
  private static final Duration OPERATIONS_END_MAX = Duration.ofSeconds(60);
  private static final long CALL_TIMEOUT_NANOS = 5_000_000_000L;

  /** Steps at whose end nodes are up again. */
  private static final Set<Act> RESTARTS =
      EnumSet.of(Act.RESTART, Act.POWER_ON, Act.MEND_DISK, Act.CORRUPT, Act.RESTORE);

  private final List<String> ids;
  private final Latency latency;
  private final long seed;
  private final ScenarioCluster<S> cluster;
  private final Trace trace;
  private final ScenarioFaults faults;
  private final Client client;
  private ScenarioWorkload workload;

  private Scenario(
      Function<? super Node, ? extends S> server,
      List<String> ids,
      Latency latency,
      long seed,
      UnaryOperator<Disk> disks) {
    this.ids = ids;
    this.latency = latency;
    this.seed = seed;
    this.cluster = new ScenarioCluster<>(server, ids, latency, seed, disks);
    this.trace = cluster.trace;
    this.faults = new ScenarioFaults(ids, cluster.bed);
    this.client = cluster.bed.newClient();
  }

  /**
   * A cluster whose nodes are initialised.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   * @param nodeCount how many nodes there are: n0, n1, …
   * @param latency how long each message between servers takes
   * @param seed of all random choices
   * @throws IllegalArgumentException if the server has static state or ends the process
   * @throws IllegalStateException if a node can't be initialised
   */
  public static <S> Scenario<S> of(
      Function<? super Node, ? extends S> server, int nodeCount, Duration latency, long seed) {
    return of(server, TestOptions.ids(nodeCount), latency, seed);
  }

  /**
   * A cluster of nodes with these ids, which are initialised.
   *
   * @param latency how long each message between servers takes
   * @throws IllegalArgumentException if the server has static state or ends the process
   * @throws IllegalStateException if a node can't be initialised
   */
  public static <S> Scenario<S> of(
      Function<? super Node, ? extends S> server, List<String> ids, Duration latency, long seed) {
    return of(server, ids, new Latency(Latency.Shape.CONSTANT, latency.toMillis()), seed);
  }

  /**
   * A cluster whose nodes are initialised, with latencies that vary.
   *
   * @param latency how long messages between servers take
   * @throws IllegalArgumentException if the server has static state or ends the process
   * @throws IllegalStateException if a node can't be initialised
   */
  public static <S> Scenario<S> of(
      Function<? super Node, ? extends S> server, List<String> ids, Latency latency, long seed) {
    return of(server, ids, latency, seed, UnaryOperator.identity());
  }

  /**
   * A cluster whose nodes are initialised, with something between their storage and their disks,
   * such as a mistake that a test must find.
   *
   * @param disks puts it there
   * @throws IllegalArgumentException if the server has static state or ends the process
   * @throws IllegalStateException if a node can't be initialised
   */
  public static <S> Scenario<S> of(
      Function<? super Node, ? extends S> server,
      List<String> ids,
      Latency latency,
      long seed,
      UnaryOperator<Disk> disks) {
    ExitWatch.begin();
    Scenario<S> scenario = new Scenario<>(server, List.copyOf(ids), latency, seed, disks);
    scenario.cluster.start();
    return scenario;
  }

  /**
   * Checks an invariant over the servers after each event from now on. The step in which it is
   * violated throws an {@link AssertionError} that names it and shows the trace.
   *
   * @param name what must be true, in words
   * @param holds is given the servers that are up, in the order of their nodes; may use assertions
   *     instead of returning false
   */
  public Scenario<S> always(String name, Predicate<? super List<S>> holds) {
    return always(Invariant.of(name, holds));
  }

  /**
   * As {@link #always(String, Predicate)}, with a check that remembers what it has seen.
   *
   * @param monitor makes the check
   */
  public Scenario<S> always(String name, ServersMonitor<S> monitor) {
    return always(new Invariant<>(name, monitor, monitor));
  }

  Scenario<S> always(Invariant<S> invariant) {
    cluster.always(invariant);
    return this;
  }

  /**
   * Ends all faults, and lets time pass until this is true of the servers.
   *
   * @param name what must become true, in words
   * @param within how long it may take
   * @param holds is given the servers that are up, in the order of their nodes; may use assertions
   *     instead of returning false
   * @throws AssertionError if it does not become true in time; it shows the trace
   */
  public void eventually(String name, Duration within, Predicate<? super List<S>> holds) {
    eventually(new Eventuality<>(name, within, holds));
  }

  void eventually(Eventuality<S> expected) {
    trace.step("eventually " + expected.name());
    faults.end(this::inject);
    cluster.await(expected);
  }

  /**
   * Sends a request to a node and lets time pass until the reply comes.
   *
   * @throws RpcException the error that the node answers with; timeout, if nothing comes within 5 s
   * @throws IllegalStateException if the reply is not exactly of this class
   */
  public <R extends Body> R call(String node, Body request, Class<R> reply) {
    trace.step("call " + node + " " + request);
    List<Reply<R>> replies = new ArrayList<>();
    client.call(node, request, reply, CALL_TIMEOUT_NANOS, replies::add);
    cluster.run(() -> !replies.isEmpty(), Duration.ofNanos(CALL_TIMEOUT_NANOS));
    if (replies.get(0) instanceof Reply.Ok<R> ok) {
      return ok.body();
    } else if (replies.get(0) instanceof Reply.Failed<R> failed) {
      throw new RpcException(failed.code(), failed.text());
    } else if (replies.get(0) instanceof Reply.Malformed<R> malformed) {
      throw new IllegalStateException(malformed.text());
    }
    throw new RpcException(ErrorCode.TIMEOUT, node + " did not reply to " + request);
  }

  /**
   * Prepares the nodes for a workload, as a whole test does, so that its operations can be invoked
   * and judged.
   *
   * @throws IllegalArgumentException if there is no workload of this name
   */
  public Scenario<S> workload(String name) {
    return workload(name, options -> {});
  }

  /**
   * As {@link #workload(String)}, with options of the workload.
   *
   * @param change sets them, such as the models that transactions must satisfy
   * @throws IllegalArgumentException if there is no workload of this name
   */
  public Scenario<S> workload(String name, Consumer<OptionsBuilder> change) {
    OptionsBuilder builder =
        new OptionsBuilder().workload(name).nodes(ids).latency(latency).seed(seed);
    change.accept(builder);
    // Workers are made as they are needed. So many per node allow for any, in each workload.
    int perNode = 2 * (ScenarioWorkload.WORKERS_MAX / 2 / ids.size() + 1);
    TestOptions options = builder.concurrency(perNode + "n").build();
    cluster.scheduler.interleave(Interleaving.of(options.variation().ties(), cluster.streams));
    cluster.nodes.machines().diskLatency(options.diskLatency());
    workload = new ScenarioWorkload(options, cluster.bed, cluster.scheduler, trace);
    workload
        .setUp()
        .ifPresent(setUp -> ids.forEach(node -> call(node, setUp.request(), setUp.reply())));
    return this;
  }

  /**
   * Lets a worker begin an operation of the workload, or when it has ended those before. No time
   * passes.
   *
   * @param worker its number, from 0; as in a whole test, it talks to node <i>n(worker mod
   *     nodes)</i>
   * @param f the name of the function, such as {@code read}
   * @param value its argument, as the workload has it, or as a value of EDN; null if it takes none
   * @throws IllegalArgumentException if the function takes no such argument
   */
  public void invoke(int worker, String f, Object value) {
    trace.step("invoke " + worker + " " + f + " " + Edn.print(value));
    workload.invoke(worker, f, value);
  }

  /** From now on operations belong to the last phase of a test, which checkers look at. */
  public void finalPhase() {
    trace.step("final phase");
    workload.finalPhase();
  }

  /**
   * Ends as a whole test does, so that all rules of the workload can be judged: waits for the
   * operations under way, ends all faults, gives the nodes the recovery time of the options, and
   * performs the workload's final operations.
   */
  public void finish() {
    trace.step("finish");
    cluster.run(() -> workload.isIdle(), OPERATIONS_END_MAX);
    faults.end(this::inject);
    Duration half = workload.recovery().dividedBy(2);
    cluster.run(half);
    cluster.bed.stats().beginQuiet();
    cluster.run(workload.recovery().minus(half));
    cluster.bed.stats().endQuiet();
    workload.finalPhase();
    boolean[] ended = {false};
    workload.performFinalOperations(
        cluster.scheduler, cluster.streams.of("final operations"), () -> ended[0] = true);
    cluster.run(() -> ended[0], FINAL_OPERATIONS_MAX);
  }

  /**
   * Judges the operations by one rule of the workload's checkers, after time for those that are
   * under way. Most rules rest on what {@link #finish} does before.
   *
   * @param rule its name, as findings show it, such as {@code lost}
   * @throws AssertionError if the rule is broken; it says how, and shows the trace
   */
  public void assertHolds(String rule) {
    List<Finding> broken =
        judge().findings().stream()
            .filter(finding -> finding.validity() == Validity.INVALID)
            .filter(finding -> finding.rule().name().equals(rule))
            .toList();
    if (!broken.isEmpty()) {
      throw new AssertionError(Findings.text(broken) + "\n" + trace());
    }
  }

  /**
   * Judges the operations by the workload's checkers, after time for those that are under way.
   *
   * @throws AssertionError if something is wrong; it says what, and shows the trace
   */
  public void assertValid() {
    Result result = judge();
    if (result.validity() != Validity.VALID) {
      throw new AssertionError(Findings.text(result.findings()) + "\n" + trace());
    }
  }

  /** The verdict on the operations so far, after time for those that are under way. */
  public Result judge() {
    cluster.run(() -> workload.isIdle(), OPERATIONS_END_MAX);
    return workload.judge(outcome());
  }

  /** The property of the servers that does not hold; empty if all did. */
  public Optional<Finding> violation() {
    return cluster.violation();
  }

  /** The operations, and the count of messages. */
  public RunRecord outcome() {
    return new RunRecord(
        workload.history(), cluster.bed.stats(), Optional.empty(), new Ending.Finished());
  }

  /** All messages since the nodes were started. */
  public Recording recording() {
    return cluster.recording;
  }

  /** Sends a message to a node that expects no reply. No time passes. */
  public void send(String node, Body message) {
    trace.step("send " + node + " " + message);
    client.send(node, message);
  }

  /** Adds a comment to the trace, such as what the next steps show. */
  public void note(String text) {
    trace.note(text);
  }

  @Override
  public void inject(FaultEvent event) {
    event.parts(ids).forEach(this::carryOut);
  }

  private void carryOut(FaultEvent event) {
    trace.fault(event);
    faults.carryOut(event);
    if (event instanceof FaultEvent.OfNodes toNodes) {
      // What a node has forgotten is no mistake of its own: some rules look at that.
      if (workload != null) {
        workload.record(event);
      }
      if (RESTARTS.contains(toNodes.act())) {
        cluster.run(Duration.ZERO);
      }
    }
  }

  /** Sets how long it takes to sync a node's storage, from now on. */
  public void diskLatency(Duration duration) {
    trace.step("disk latency " + duration.toMillis() + " ms");
    cluster.nodes.machines().diskLatency(duration);
  }

  /** Holds messages from one node to another back until they are released. */
  public void hold(String src, String dest) {
    trace.step("hold " + src + " to " + dest);
    cluster.bed.network().hold(src, dest);
  }

  /** Delivers messages that were held back. */
  public void release(String src, String dest) {
    trace.step("release " + src + " to " + dest);
    cluster.bed.network().release(src, dest);
  }

  /** The last lines that a node has logged, oldest first. */
  public List<String> log(String node) {
    return cluster.nodes.lastErrors(node);
  }

  /** Lets this much time pass. */
  public void advance(Duration duration) {
    trace.step("advance " + duration.toMillis() + " ms");
    cluster.run(duration);
  }

  /**
   * Lets time pass until the condition holds.
   *
   * @throws AssertionError if it does not hold within the limit; it shows the trace
   */
  public void runUntil(BooleanSupplier condition, Duration limit) {
    if (!cluster.run(condition, limit)) {
      throw new AssertionError(
          "the condition did not hold within " + limit + "; the trace:\n" + trace());
    }
  }

  @Override
  public List<String> nodes() {
    return ids;
  }

  /** The servers that are up, in the order of their nodes. */
  public List<S> servers() {
    return cluster.nodes.servers();
  }

  /** The time since the scenario's beginning. */
  public Duration now() {
    return Duration.ofNanos(cluster.scheduler.nowNanos());
  }

  /** All steps, comments and events since the nodes were initialised. */
  List<TraceEvent> events() {
    return trace.events();
  }

  /** All steps, comments and events since the nodes were initialised, one per line. */
  public String trace() {
    return cluster.traceText();
  }

  /** A spacetime diagram of the trace, as SVG, in which each message says its type and values. */
  public String picture() {
    return picture(BodyLabel::of);
  }

  /**
   * A spacetime diagram of the trace, as SVG.
   *
   * @param label what stands at a message with this body; a few words
   */
  public String picture(Function<JsonObject, String> label) {
    return SpacetimePicture.of(events(), ids, label);
  }
}
