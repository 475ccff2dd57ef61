package glomers.txn;

import java.util.Comparator;

/**
 * When a transaction took place, by a logical clock (Lamport 1978): later than all that its node
 * knew of. No two transactions that write have the same timestamp.
 *
 * @param time the time of the node's clock
 * @param node the id of the node, which decides between equal times
 */
record Timestamp(long time, String node) implements Comparable<Timestamp> {
  private static final Comparator<Timestamp> ORDER =
      Comparator.comparingLong(Timestamp::time).thenComparing(Timestamp::node);

  @Override
  public int compareTo(Timestamp other) {
    return ORDER.compare(this, other);
  }
}
