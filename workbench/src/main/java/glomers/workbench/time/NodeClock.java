package glomers.workbench.time;

import glomers.node.Timer;
import java.util.ArrayList;
import java.util.List;

/** The clock of one simulated node: it follows the scheduler's, but may run faster or slower. */
public final class NodeClock {
  private final Scheduler scheduler;
  private final List<Runnable> followers = new ArrayList<>();
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
    followers.forEach(Runnable::run);
  }

  /** Runs this whenever the rate has changed: what was scheduled before is due at another time. */
  public void follow(Runnable afterChange) {
    followers.add(afterChange);
  }

  /** What the clock shows. */
  public long nowNanos() {
    return localNanos + (long) ((scheduler.nowNanos() - sinceNanos) * rate);
  }

  /** Runs the event when the clock shows this time, if its rate does not change. */
  public Timer schedule(long timeNanos, Runnable event) {
    long delayNanos = timeNanos - nowNanos();
    long really = rate == 1 ? delayNanos : (long) Math.ceil(delayNanos / rate);
    return scheduler.schedule(really, event);
  }

  /** What is left to chance. */
  public Interleaving interleaving() {
    return scheduler.interleaving();
  }
}
