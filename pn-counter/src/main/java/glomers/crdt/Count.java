package glomers.crdt;

/**
 * One node's entries in the vectors P and N of a PN-Counter (Shapiro et al. 2011). Both sums only
 * grow, so that of two counts of one node the later has the greater sums.
 *
 * @param increments P: the sum of the positive deltas
 * @param decrements N: the sum of the negative deltas, without their sign
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
