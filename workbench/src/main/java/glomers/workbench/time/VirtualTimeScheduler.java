package glomers.workbench.time;

import glomers.node.Timer;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Runs events at once, one after the other; the time jumps from each to the next. A test of a
 * minute takes milliseconds, and the same seed gives the same order of events every time.
 */
public final class VirtualTimeScheduler implements Scheduler {
  private final EventQueue events = new EventQueue();
  private final long eventsMax;
  private long nowNanos;
  private long eventCount;
  private boolean stopped;
  private Runnable afterEach;
  private Interleaving interleaving = Interleaving.NONE;

  /**
   * A scheduler whose time is 0.
   *
   * @param eventsMax how many events may run: a test whose events never end must end in an error
   */
  public VirtualTimeScheduler(long eventsMax) {
    this.eventsMax = eventsMax;
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public Timer schedule(long delayNanos, Runnable event) {
    return schedule(new Lane(), delayNanos, event);
  }

  @Override
  public Timer schedule(Lane lane, long delayNanos, Runnable event) {
    long dueNanos = EventQueue.dueNanos(nowNanos, delayNanos);
    return events.add(dueNanos, interleaving.rank(lane, dueNanos), event);
  }

  /** Leaves to chance from now on what production does. */
  public void interleave(Interleaving chance) {
    interleaving = chance;
  }

  @Override
  public Interleaving interleaving() {
    return interleaving;
  }

  /** Runs this after each event, such as a check of what the event has done. */
  public void afterEachEvent(Runnable task) {
    afterEach = task;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /**
   * Runs events until {@link #stop}, or until there are none.
   *
   * @throws EventLimitException if there are more events than the limit
   */
  public void run() {
    runUntil(Long.MAX_VALUE - 1);
  }

  /**
   * Runs the events up to this time, inclusive, and then sets the clock to it.
   *
   * @param timeNanos in nanoseconds since the scheduler was made
   * @throws EventLimitException if there are more events than the limit
   */
  public void runUntil(long timeNanos) {
    runUntil(() -> false, timeNanos);
    if (!stopped && timeNanos < Long.MAX_VALUE - 1) {
      nowNanos = Math.max(nowNanos, timeNanos);
    }
  }

  /**
   * Runs events one by one until the condition holds, or none is left up to this time.
   *
   * @param timeNanos in nanoseconds since the scheduler was made
   * @return whether the condition holds
   * @throws EventLimitException if there are more events than the limit
   */
  public boolean runUntil(BooleanSupplier condition, long timeNanos) {
    while (!condition.getAsBoolean()) {
      if (stopped || events.nextTimeNanos() > timeNanos) {
        return false;
      }
      if (++eventCount > eventsMax) {
        throw new EventLimitException(
            String.format(
                Locale.ROOT, "more than %,d events by %,d ms", eventsMax, nowNanos / 1_000_000));
      }
      nowNanos = events.nextTimeNanos();
      events.poll().run();
      if (afterEach != null) {
        afterEach.run();
      }
    }
    return true;
  }
}
