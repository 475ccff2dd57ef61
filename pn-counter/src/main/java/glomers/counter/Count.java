package glomers.counter;

/**
 * What was added on one node. Both sums only grow, so that of two counts of one node the later has
 * the greater sums.
 *
 * @param increments the sum of the positive deltas
 * @param decrements the sum of the negative deltas, without their sign
 */
record Count(long increments, long decrements) {
  static final Count ZERO = new Count(0, 0);

  Count plus(int delta) {
    return delta >= 0
        ? new Count(increments + delta, decrements)
        : new Count(increments, decrements - delta);
  }

  Count max(Count other) {
    return new Count(
        Math.max(increments, other.increments), Math.max(decrements, other.decrements));
  }

  long value() {
    return increments - decrements;
  }
}
