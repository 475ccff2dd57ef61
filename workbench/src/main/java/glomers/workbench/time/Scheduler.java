package glomers.workbench.time;

import glomers.node.Timer;

/**
 * Runs events in the order of their times, one after the other; those of the same time in the order
 * in which they were scheduled, unless an {@link Interleaving} says otherwise. All methods are for
 * use within events, and before the first.
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

  /** As {@link #schedule(long, Runnable)}; events of one lane at the same time keep their order. */
  default Timer schedule(Lane lane, long delayNanos, Runnable event) {
    return schedule(delayNanos, event);
  }

  /** What is left to chance. In real time the machine decides that. */
  default Interleaving interleaving() {
    return Interleaving.NONE;
  }

  /** Makes {@code run} return after this event; events that are still scheduled are dropped. */
  void stop();
}
