package glomers.workbench.cluster;

import glomers.node.Environment;
import glomers.node.Node;
import glomers.node.NodeEngine;
import glomers.node.Timer;
import glomers.protocol.EncodedMessage;
import glomers.protocol.Message;
import glomers.storage.Disk;
import glomers.workbench.time.NodeClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One node of a {@link SimulatedCluster}: its engine, and the world that the engine sees. */
final class SimulatedNode<S> implements Environment {
  private static final Supplier<String> DISK = () -> "a sync";
  private static final int WAITING_MAX = 1_000_000;

  private final NodeClock clock;
  private final RandomGenerator random;
  private final Machines machines;
  private final Cluster.Output output;
  private final NodeGuard guard;
  private final NodeLog log;
  private final NodeEngine engine;
  private final TimerQueue timers;
  private final Deque<Waiting> waitingMessages = new ArrayDeque<>();
  private final Deque<Waiting> waitingTimers = new ArrayDeque<>();
  private long arrivals;
  private S server;
  private boolean paused;
  private boolean ended;

  /** A task that waits for the end of a pause, and its place in the order of arrival. */
  private record Waiting(long number, Runnable task) {}

  SimulatedNode(
      String id,
      Function<? super Node, ? extends S> factory,
      NodeClock clock,
      RandomGenerator random,
      Machines machines,
      Cluster.Output output,
      RunningTask running) {
    this.clock = clock;
    this.random = random;
    this.machines = machines;
    this.output = output;
    this.guard = new NodeGuard(id, running);
    this.log = new NodeLog(guard::failed);
    this.timers = new TimerQueue(clock, task -> run(NodeGuard.TIMER, task));
    this.engine = new NodeEngine(this, node -> server = factory.apply(node));
  }

  void receive(String line) {
    run(() -> NodeGuard.describe(line), () -> engine.receive(line));
  }

  void receive(Message message) {
    run(() -> NodeGuard.describe(message), () -> engine.receive(message));
  }

  /**
   * Runs a task of the node, now or when it is resumed; never if it has ended by then.
   *
   * @param activity a description of what the task handles
   */
  private void run(Supplier<String> activity, Runnable task) {
    if (ended) {
      return;
    }
    if (!paused) {
      guard.run(activity, task).ifPresent(this::fail);
      return;
    }
    Deque<Waiting> waiting = activity == NodeGuard.TIMER ? waitingTimers : waitingMessages;
    if (waiting.size() == WAITING_MAX) {
      throw new IllegalStateException(WAITING_MAX + " messages wait for a node that is paused");
    }
    waiting.add(new Waiting(arrivals++, () -> run(activity, task)));
  }

  private void fail(NodeFailure failure) {
    ended = true;
    output.failed(failure);
  }

  NodeGuard guard() {
    return guard;
  }

  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
    while (!waitingMessages.isEmpty() || !waitingTimers.isEmpty()) {
      guard.catchesUp();
      next().remove().task().run();
    }
  }

  /** Messages wait in a pipe, timers for a thread: each of these has an order of its own. */
  private Deque<Waiting> next() {
    if (waitingMessages.isEmpty() || waitingTimers.isEmpty()) {
      return waitingMessages.isEmpty() ? waitingTimers : waitingMessages;
    }
    boolean isOlder = waitingTimers.peek().number() < waitingMessages.peek().number();
    return clock.interleaving().isTimerFirst(isOlder) ? waitingTimers : waitingMessages;
  }

  /** The node's server; empty if it is not initialised, or has ended. */
  Optional<S> server() {
    return ended ? Optional.empty() : Optional.ofNullable(server);
  }

  List<String> lastErrors() {
    return log.lines();
  }

  /** Ends the node: it sends nothing more, and its timers are dropped. */
  void end() {
    ended = true;
  }

  @Override
  public void transmit(EncodedMessage message) {
    if (ended) {
      return; // by itself, within this task
    }
    guard.sends(message.line(), clock.nowNanos());
    output.message(message);
  }

  @Override
  public Timer schedule(long delayNanos, Runnable task) {
    guard.setsTimer(clock.nowNanos());
    return timers.set(delayNanos, task);
  }

  @Override
  public long nowNanos() {
    guard.requireItsThread();
    return clock.nowNanos();
  }

  @Override
  public RandomGenerator random() {
    guard.requireItsThread();
    return random;
  }

  @Override
  public Disk disk(String node) {
    return machines.mount(node, task -> run(DISK, task), this::endForDisk);
  }

  private void endForDisk(String reason) {
    log.log(System.Logger.Level.ERROR, reason);
    ended = true;
    output.ended(
        new NodeFailure(
            guard.id(), "has ended itself: " + reason, "see what has happened to its disk"));
  }

  @Override
  public System.Logger log() {
    return log;
  }
}
