package glomers.workbench.time;

import glomers.node.Timer;

/**
 * Runs events in the order of their times, those of the same time in the order in which they were
 * scheduled, one after the other. All methods are for use within events, and before the first.
 */
public interface Scheduler {
  /** Nanoseconds since the scheduler was made. */
  long nowNanos();

  /**
   * Runs the event once, after the delay, never within this call.
   *
   * @param delayNanos in nanoseconds; 0 or less means as soon as possible
   */
  Timer schedule(long delayNanos, Runnable event);

  /** Makes {@code run} return after this event; events that are still scheduled are dropped. */
  void stop();
}
