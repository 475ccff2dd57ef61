package glomers.workbench.cluster;

import glomers.node.Timer;
import glomers.workbench.time.Scheduler;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The timers of a simulated node. Each may be late, but as in production, where a node has one
 * thread for them, they run in the order in which they are due.
 */
final class TimerQueue {
  private final Scheduler scheduler;
  private final Consumer<Runnable> node;
  private final NavigableSet<Alarm> alarms = new TreeSet<>();
  private long alarmsSet;
  private long lastSetNanos = -1;
  private long latenessNanos;

  /**
   * A queue without timers.
   *
   * @param scheduler the node's clock
   * @param node runs a task of the node, now or when it is resumed
   */
  TimerQueue(Scheduler scheduler, Consumer<Runnable> node) {
    this.scheduler = scheduler;
    this.node = node;
  }

  /** Sets a timer; those that are set at one moment are equally late. */
  Timer set(long delayNanos, Runnable task) {
    long now = scheduler.nowNanos();
    if (now != lastSetNanos) {
      lastSetNanos = now;
      latenessNanos = scheduler.interleaving().latenessNanos();
    }
    long delay = Math.min(Math.max(0, delayNanos), Long.MAX_VALUE - now);
    Alarm alarm = new Alarm(now + delay, alarmsSet++, task);
    alarms.add(alarm);
    alarm.wakeUp =
        scheduler.schedule(
            delay > Long.MAX_VALUE - latenessNanos ? delay : delay + latenessNanos,
            () -> runUpTo(alarm));
    return alarm;
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
    private final long number;
    private final Runnable task;
    private Timer wakeUp;
    private boolean cancelled;

    Alarm(long dueNanos, long number, Runnable task) {
      this.dueNanos = dueNanos;
      this.number = number;
      this.task = task;
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
