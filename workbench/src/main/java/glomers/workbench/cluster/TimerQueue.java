package glomers.workbench.cluster;

import glomers.node.Timer;
import glomers.workbench.time.NodeClock;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The timers of a simulated node. Each may be late, but as in production, where a node has one
 * thread for them, they run in the order in which they are due. They follow a change of the clock's
 * rate.
 */
final class TimerQueue {
  private final NodeClock clock;
  private final Consumer<Runnable> node;
  private final NavigableSet<Alarm> alarms = new TreeSet<>();
  private long alarmsSet;
  private long lastSetNanos = -1;
  private long latenessNanos;

  /**
   * A queue without timers.
   *
   * @param node runs a task of the node, now or when it is resumed
   */
  TimerQueue(NodeClock clock, Consumer<Runnable> node) {
    this.clock = clock;
    this.node = node;
    clock.follow(this::setAgain);
  }

  /** Sets a timer; those that are set at one moment are equally late. */
  Timer set(long delayNanos, Runnable task) {
    long now = clock.nowNanos();
    if (now != lastSetNanos) {
      lastSetNanos = now;
      latenessNanos = clock.interleaving().latenessNanos();
    }
    long dueNanos = sum(now, Math.max(0, delayNanos));
    Alarm alarm = new Alarm(dueNanos, sum(dueNanos, latenessNanos), alarmsSet++, task);
    alarms.add(alarm);
    alarm.set();
    return alarm;
  }

  /** Never, if that exceeds the range of a long. */
  private static long sum(long nanos, long moreNanos) {
    return nanos > Long.MAX_VALUE - moreNanos ? Long.MAX_VALUE : nanos + moreNanos;
  }

  private void setAgain() {
    alarms.stream()
        .sorted(Comparator.comparingLong(alarm -> alarm.number))
        .forEach(
            alarm -> {
              alarm.wakeUp.cancel();
              alarm.set();
            });
  }

  /** Whoever wakes up late finds that others are due, too. */
  private void runUpTo(Alarm last) {
    while (!alarms.isEmpty() && alarms.first().compareTo(last) <= 0) {
      Alarm next = alarms.pollFirst();
      next.wakeUp.cancel();
      node.accept(next::run);
    }
  }

  private final class Alarm implements Timer, Comparable<Alarm> {
    private final long dueNanos;
    private final long wakeUpNanos;
    private final long number;
    private final Runnable task;
    private Timer wakeUp;
    private boolean cancelled;

    Alarm(long dueNanos, long wakeUpNanos, long number, Runnable task) {
      this.dueNanos = dueNanos;
      this.wakeUpNanos = wakeUpNanos;
      this.number = number;
      this.task = task;
    }

    void set() {
      wakeUp = clock.schedule(wakeUpNanos, () -> runUpTo(this));
    }

    /** Unless it was cancelled when its time had come, while the node was paused. */
    void run() {
      if (!cancelled) {
        task.run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      alarms.remove(this);
      wakeUp.cancel();
    }

    @Override
    public int compareTo(Alarm other) {
      return dueNanos == other.dueNanos
          ? Long.compare(number, other.number)
          : Long.compare(dueNanos, other.dueNanos);
    }
  }
}
