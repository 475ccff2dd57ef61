package glomers.node;

import glomers.protocol.EncodedMessage;
import glomers.storage.Disk;
import glomers.storage.NoDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A world for a {@link NodeEngine} in a test: the clock stands still until it is moved, timers run
 * when their moment comes, and what is sent is kept.
 */
final class TestEnvironment implements Environment {
  private record Due(long nanos, long number, Runnable task) {}

  private final ListLogger log = new ListLogger(System.Logger.Level.ALL);
  private final RandomGenerator random = new SplittableRandom(1);
  private final List<String> sent = new ArrayList<>();
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));
  private long nowNanos = 1_000_000_000L;
  private long timersMade;

  /** The lines that were sent since this was called last. */
  List<String> takeSent() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  /** How many timers have neither run nor been cancelled. */
  int waitingTimers() {
    return timers.size();
  }

  /** Lets time pass, and runs the timers that fall due, each at its moment. */
  void advance(Duration duration) {
    long until = nowNanos + duration.toNanos();
    while (!timers.isEmpty() && timers.peek().nanos() <= until) {
      Due next = timers.remove();
      nowNanos = Math.max(nowNanos, next.nanos());
      next.task().run();
    }
    nowNanos = Math.max(nowNanos, until);
  }

  /** Lets time pass in which no timer gets to run, as if the node was held up. */
  void holdUp(Duration duration) {
    nowNanos += duration.toNanos();
  }

  @Override
  public void transmit(EncodedMessage message) {
    sent.add(message.line());
  }

  @Override
  public Timer schedule(long delayNanos, Runnable task) {
    Due due = new Due(nowNanos + Math.max(0, delayNanos), timersMade++, task);
    timers.add(due);
    return () -> timers.remove(due);
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Disk disk(String node) {
    return new NoDisk(task -> schedule(0, task));
  }

  @Override
  public ListLogger log() {
    return log;
  }
}
