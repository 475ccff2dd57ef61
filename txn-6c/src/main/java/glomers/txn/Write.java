package glomers.txn;

import com.google.gson.JsonElement;
import java.util.Comparator;

/**
 * A write of a register. Of two, the last writer wins on every node: by the logical clock (Lamport
 * 1978) of its transaction, the node's id between equal times, and the place in the transaction.
 */
record Write(JsonElement key, JsonElement value, long time, String node, int place) {
  static final Comparator<Write> ORDER =
      Comparator.comparingLong(Write::time)
          .thenComparing(Write::node)
          .thenComparingInt(Write::place);
}
