package glomers.workbench.time;

/**
 * Events that keep their order among themselves if they are due at the same time, such as the
 * messages from one node to another.
 */
public final class Lane {
  private long dueNanos = -1;
  private int rank;

  /** A random rank among the events of this time, not before those of this lane. */
  int rank(long timeNanos, int drawn) {
    rank = timeNanos == dueNanos ? Math.max(rank, drawn) : drawn;
    dueNanos = timeNanos;
    return rank;
  }
}
