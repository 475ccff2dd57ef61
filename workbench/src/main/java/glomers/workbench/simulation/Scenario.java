package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import glomers.protocol.Error;
import glomers.protocol.ErrorCode;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import glomers.workbench.client.Client;
import glomers.workbench.cluster.NodeFailure;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.network.Latency;
import glomers.workbench.network.Network;
import glomers.workbench.run.Nodes;
import glomers.workbench.time.Randoms;
import glomers.workbench.time.VirtualTimeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A cluster in virtual time that is led by hand: calls, faults, and time, step by step.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.of(Server::new, 3, Duration.ofMillis(100), 7);
 * scenario.isolate("n2");
 * scenario.call("n0", new Broadcast(1), BroadcastOk.class);
 * scenario.heal();
 * scenario.advance(Duration.ofSeconds(1));
 * assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).contains(1);
 * }</pre>
 *
 * <p>Time moves in {@link #call}, {@link #advance} and {@link #runUntil} only. Each throws an
 * {@link IllegalStateException} if a node breaks the protocol. Not safe for use by many threads.
 */
public final class Scenario {
  private static final long EVENTS_MAX = 10_000_000;
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
  private static final String CLIENT = "c1";
  private static final String FAULT = "scenario";

  private final List<String> ids;
  private final VirtualTimeScheduler scheduler = new VirtualTimeScheduler(EVENTS_MAX);
  private final Network network;
  private final Nodes nodes;
  private final Journal journal;
  private final List<String> trace = new ArrayList<>();
  private final Map<String, Set<String>> cuts = new TreeMap<>();
  private final Map<Long, Message> replies = new HashMap<>();
  private NodeFailure failure;
  private long lastMsgId;
  private int clients;

  private Scenario(
      Consumer<? super Node> server, List<String> ids, Latency latency, Randoms randoms) {
    this.ids = ids;
    this.journal = new Journal(scheduler, trace::add);
    this.network = new Network(scheduler, latency, randoms, List.of(journal));
    this.nodes =
        new Nodes(
            ids,
            Optional.empty(),
            network,
            new SimulatedCluster(server, scheduler, randoms),
            this::newClient,
            cause -> failure = cause);
  }

  /**
   * A cluster whose nodes are initialised.
   *
   * @param server constructs the server on each node, usually {@code Server::new}
   * @param nodeCount how many nodes there are: n0, n1, …
   * @param latency how long each message between servers takes
   * @param seed of all random choices
   */
  public static Scenario of(
      Consumer<? super Node> server, int nodeCount, Duration latency, long seed) {
    List<String> ids = IntStream.range(0, nodeCount).mapToObj(i -> "n" + i).toList();
    Scenario scenario =
        new Scenario(
            server,
            ids,
            new Latency(Latency.Shape.CONSTANT, latency.toMillis()),
            new Randoms(seed));
    scenario.start();
    return scenario;
  }

  private void start() {
    network.connect(CLIENT, (number, message) -> take(message));
    boolean[] started = {false};
    nodes.start(() -> started[0] = true);
    if (!scheduler.runUntil(() -> started[0] || failure != null, Long.MAX_VALUE - 1)
        || failure != null) {
      throw new IllegalStateException("the nodes can't be initialised: " + failure);
    }
    trace.clear();
  }

  /** For the calls that initialise nodes; each makes one. */
  private Client newClient() {
    return new Client("c" + (++clients + 1), network, scheduler);
  }

  private void take(Message message) {
    message.inReplyTo().ifPresent(number -> replies.put(number, message));
  }

  /**
   * Sends a request to a node and lets time pass until the reply comes.
   *
   * @throws RpcException the error that the node answers with; timeout, if nothing comes within 5 s
   */
  public <R extends Body> R call(String node, Body request, Class<R> reply) {
    long msgId = ++lastMsgId;
    send(node, request, OptionalLong.of(msgId));
    run(() -> replies.containsKey(msgId), CALL_TIMEOUT);
    Message message = replies.remove(msgId);
    if (message == null) {
      throw new RpcException(ErrorCode.TIMEOUT, node + " did not reply to " + request);
    }
    String type = message.type().orElse("");
    if (type.equals(Codec.typeOf(Error.class))) {
      throw Codec.body(message.body(), Error.class).toException();
    }
    if (!type.equals(Codec.typeOf(reply))) {
      throw new IllegalStateException(
          node + " replied to " + request + " by " + message.body() + ", not by a " + reply);
    }
    return Codec.body(message.body(), reply);
  }

  /** Sends a message to a node that expects no reply. No time passes. */
  public void send(String node, Body message) {
    send(node, message, OptionalLong.empty());
  }

  private void send(String node, Body body, OptionalLong msgId) {
    network.send(Codec.decode(Codec.encode(CLIENT, node, body, msgId, OptionalLong.empty())));
  }

  /** Cuts the links between two groups of nodes, too, in both directions. */
  public void partition(List<String> one, List<String> other) {
    journal.note("partition " + one + " from " + other);
    one.forEach(node -> cuts.computeIfAbsent(node, id -> new TreeSet<>()).addAll(other));
    other.forEach(node -> cuts.computeIfAbsent(node, id -> new TreeSet<>()).addAll(one));
    network.disturbance().cut(FAULT, cuts);
  }

  /** Cuts a node off from all others. */
  public void isolate(String node) {
    List<String> others = ids.stream().filter(id -> !id.equals(node)).toList();
    partition(List.of(node), others);
  }

  /** Mends what {@link #partition} and {@link #isolate} have cut. */
  public void heal() {
    journal.note("heal");
    cuts.clear();
    network.disturbance().mend(FAULT);
  }

  /** Has messages from one node to another wait until they are released. */
  public void hold(String src, String dest) {
    journal.note("hold " + src + " to " + dest);
    network.hold(src, dest);
  }

  /** Has messages arrive that were held back. */
  public void release(String src, String dest) {
    journal.note("release " + src + " to " + dest);
    network.release(src, dest);
  }

  /** Ends a node without warning; what is sent to it is lost. */
  public void crash(String node) {
    journal.note("crash " + node);
    nodes.kill(node);
  }

  /** Starts a node anew that has crashed, with nothing in memory, and initialises it. */
  public void restart(String node) {
    journal.note("restart " + node);
    nodes.restart(node);
    advance(Duration.ZERO);
  }

  /** Stops a node where it is; what is sent to it waits. */
  public void pause(String node) {
    journal.note("pause " + node);
    nodes.pause(node);
  }

  /** Has a paused node go on. */
  public void resume(String node) {
    journal.note("resume " + node);
    nodes.resume(node);
  }

  /** Lets this much time pass. */
  public void advance(Duration duration) {
    run(() -> false, duration);
  }

  /**
   * Lets time pass until the condition holds.
   *
   * @throws AssertionError if it does not hold within the limit; it shows the trace
   */
  public void runUntil(BooleanSupplier condition, Duration limit) {
    if (!run(condition, limit)) {
      throw new AssertionError("not so within " + limit + "; what happened:\n" + trace());
    }
  }

  private boolean run(BooleanSupplier condition, Duration limit) {
    long until = scheduler.nowNanos() + limit.toNanos();
    boolean holds = scheduler.runUntil(() -> failure != null || condition.getAsBoolean(), until);
    if (failure != null) {
      throw new IllegalStateException(
          "node " + failure.node() + " " + failure.problem() + "\n" + trace());
    }
    if (!holds) {
      scheduler.runUntil(until); // no event may be left, and the time passes all the same
    }
    return holds;
  }

  /** The time since the scenario's beginning. */
  public Duration now() {
    return Duration.ofNanos(scheduler.nowNanos());
  }

  /** Everything that happened since the nodes were initialised, an event a line. */
  public String trace() {
    return String.join("\n", trace) + "\n";
  }
}
