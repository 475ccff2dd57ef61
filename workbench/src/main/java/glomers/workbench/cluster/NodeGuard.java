package glomers.workbench.cluster;

import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.protocol.RpcException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Watches one simulated node: a node that never comes to rest, fills the memory, or is called from
 * a thread of its server's own, ends the run with a failure that names it and what it did.
 *
 * <p>A failure throws in the caller, which ends a handler that sends in a loop, and is told to the
 * run when the node's task has ended.
 */
final class NodeGuard {
  /**
   * The most messages and timers of one node per virtual second. A node that sends each write of
   * 4,000 transactions per second to its peers, and repeats all of them after a pause, needs half
   * of this.
   */
  static final int PER_SECOND_MAX = 200_000;

  /** The description of a timer. */
  static final Supplier<String> TIMER = () -> "a timer";

  private static final long SECOND_NANOS = 1_000_000_000L;

  private final String id;
  private final RunningTask running;

  /** The thread that runs the node's tasks, one at a time. */
  private volatile Thread thread = Thread.currentThread();

  /** The first failure; a foreign thread may write it. */
  private volatile NodeFailure failure;

  /** A description of what is handled. */
  private Supplier<String> handled = TIMER;

  /** The line that was sent last; null if a timer was set since. */
  private String caused;

  private long second;
  private int inSecond;
  private long inRun;

  /**
   * The guard of one node.
   *
   * @param running is told of the node's tasks
   */
  NodeGuard(String id, RunningTask running) {
    this.id = id;
    this.running = running;
  }

  /** The node's id. */
  String id() {
    return id;
  }

  /**
   * Runs a task of the node.
   *
   * @param activity a description of what the task handles, such as that of a message
   * @return what is wrong with the node then, if something is
   */
  Optional<NodeFailure> run(Supplier<String> activity, Runnable task) {
    thread = Thread.currentThread();
    handled = activity;
    running.begin(this);
    try {
      task.run();
    } catch (OutOfMemoryError e) {
      failed(e);
    } catch (IllegalStateException e) {
      if (failure == null) {
        throw e;
      }
      // Else it has been thrown by fail(), outside a handler: a periodic timer that sets the next.
    } finally {
      running.end();
    }
    return failure();
  }

  /** The failure of the node, if it has failed. */
  Optional<NodeFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Counts a message that the node sends. */
  void sends(String line, long nowNanos) {
    count(line, nowNanos);
  }

  /** Counts a timer that the node sets. */
  void setsTimer(long nowNanos) {
    count(null, nowNanos);
  }

  /** A node that is resumed turns to all that has waited, in no time: each counts anew. */
  void catchesUp() {
    inSecond = 0;
  }

  private void count(String line, long nowNanos) {
    requireItsThread();
    caused = line;
    inRun++;
    long now = nowNanos / SECOND_NANOS;
    if (now != second) {
      second = now;
      inSecond = 0;
    }
    if (++inSecond > PER_SECOND_MAX) {
      String problem =
          String.format(
              Locale.ROOT,
              "never comes to rest: it sent and set more than %,d messages and timers within one"
                  + " second of virtual time, the last of them %s",
              PER_SECOND_MAX,
              activity());
      fail(problem, "see why each message or timer leads to another, and let timers wait");
    }
  }

  /** How many messages the node has sent, and timers it has set, in the whole run. */
  long inRun() {
    return inRun;
  }

  /** A description of the node's last actions. */
  String activity() {
    return (caused == null ? TIMER.get() : describe(caused)) + ", while it handled " + task();
  }

  /** What the node handles at the moment, such as {@code a message of type read}. */
  String task() {
    return handled.get();
  }

  /** A description of a message. */
  static String describe(Message message) {
    return "a message of type " + message.type().orElse("(none)");
  }

  /** A description of a line. */
  static String describe(String line) {
    try {
      return describe(Codec.decode(line));
    } catch (RpcException e) {
      return "a line that is no message";
    }
  }

  /** Looks at what a handler or timer has thrown: memory that has run out is not the node's own. */
  void failed(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof OutOfMemoryError)) {
      cause = cause.getCause();
    }
    if (cause != null && failure == null) {
      failure =
          new NodeFailure(
              id,
              "ran out of memory while it handled " + task() + ": " + cause.getMessage(),
              "see what its server keeps for each message; or give the simulation more memory, such"
                  + " as by GLOMERS_JAVA_OPTS=-Xmx4g");
    }
  }

  /** Throws, and fails the node, if a thread of the server's own calls it. */
  void requireItsThread() {
    Thread caller = Thread.currentThread();
    if (caller != thread) {
      fail(
          "was called from the thread \"" + caller.getName() + "\", which is its server's own",
          "call a node from its handlers, completions and timers only: node.after(delay, task) runs"
              + " a task later, and node.every(period, task) again and again");
    }
  }

  private void fail(String problem, String remedy) {
    if (failure == null) {
      failure = new NodeFailure(id, problem, remedy);
    }
    throw new IllegalStateException("node " + id + " " + problem + "; " + remedy);
  }
}
