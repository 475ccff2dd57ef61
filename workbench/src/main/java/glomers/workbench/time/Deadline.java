package glomers.workbench.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The end of the time that a computation may take. Of the real world's time, also in simulations:
 * what an analysis costs is not part of what is simulated.
 */
public final class Deadline {
  private final LongSupplier clockNanos;
  private final long startNanos;
  private final Duration limit;

  /** A deadline so long from now. */
  public static Deadline in(Duration limit) {
    return new Deadline(limit, System::nanoTime);
  }

  /**
   * As {@link #in}, by another clock.
   *
   * @param clockNanos tells nanoseconds since some fixed moment
   */
  public Deadline(Duration limit, LongSupplier clockNanos) {
    this.clockNanos = clockNanos;
    this.startNanos = clockNanos.getAsLong();
    this.limit = limit;
  }

  /** Whether the time is over. */
  public boolean hasPassed() {
    return clockNanos.getAsLong() - startNanos >= limit.toNanos();
  }

  /** How long the computation may take in all. */
  public Duration limit() {
    return limit;
  }
}
