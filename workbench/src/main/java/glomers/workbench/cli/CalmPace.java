package glomers.workbench.cli;

/** How often progress is written where it can't be written over: rarer, the longer it takes. */
final class CalmPace {
  private static final long MIN_NANOS = 5_000_000_000L;
  private static final long MAX_NANOS = 60_000_000_000L;

  private CalmPace() {}

  /** The time to the next line. */
  static long pauseNanos(long elapsedNanos) {
    return Math.min(MAX_NANOS, Math.max(MIN_NANOS, elapsedNanos / 4));
  }
}
