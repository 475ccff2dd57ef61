package glomers.workbench.time;

import glomers.node.Timer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The clock of one simulated node: it follows the scheduler's, but may run faster or slower. Timers
 * that were set before its rate changes follow the change.
 */
public final class NodeClock implements Scheduler {
  private final Scheduler scheduler;
  private final Set<Alarm> alarms = new LinkedHashSet<>();
  private double rate = 1;
  private long sinceNanos;
  private long localNanos;

  /** A clock that agrees with the scheduler's. */
  public NodeClock(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Sets how much faster than the scheduler's it runs from now on.
   *
   * @param faster 1 for the same
   */
  public void rate(double faster) {
    localNanos = nowNanos();
    sinceNanos = scheduler.nowNanos();
    rate = faster;
    alarms.forEach(Alarm::setAgain);
  }

  @Override
  public long nowNanos() {
    return localNanos + (long) ((scheduler.nowNanos() - sinceNanos) * rate);
  }

  @Override
  public Timer schedule(long delayNanos, Runnable event) {
    Alarm alarm = new Alarm(EventQueue.dueNanos(nowNanos(), delayNanos), event);
    alarms.add(alarm);
    alarm.timer = alarm.set(delayNanos);
    return alarm;
  }

  @Override
  public Interleaving interleaving() {
    return scheduler.interleaving();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  private final class Alarm implements Timer {
    private final long dueNanos;
    private final Runnable event;
    private Timer timer;

    Alarm(long dueNanos, Runnable event) {
      this.dueNanos = dueNanos;
      this.event = event;
    }

    private Timer set(long delayNanos) {
      long really = rate == 1 ? delayNanos : (long) Math.ceil(delayNanos / rate);
      return scheduler.schedule(really, this::ring);
    }

    private void setAgain() {
      timer.cancel();
      timer = set(dueNanos - nowNanos());
    }

    private void ring() {
      alarms.remove(this);
      event.run();
    }

    @Override
    public void cancel() {
      alarms.remove(this);
      timer.cancel();
    }
  }
}
