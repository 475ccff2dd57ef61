package glomers.txn;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import java.util.Comparator;

/**
 * A write of a register. Of two, the last writer wins on every node: by the logical clock (Lamport
 * 1978) of its transaction, the node's id between equal times, and the place in the transaction.
 */
record Write(JsonElement key, JsonElement value, long time, String node, int place)
    implements Body {
  /** No node counts so far; one that took a greater time could soon give none above it. */
  private static final long TIME_MAX = 1L << 52;

  static final Comparator<Write> ORDER =
      Comparator.comparingLong(Write::time)
          .thenComparing(Write::node)
          .thenComparingInt(Write::place);

  Write {
    if (time < 0 || time > TIME_MAX) {
      throw new IllegalArgumentException("the time must be from 0 to " + TIME_MAX);
    }
  }
}
