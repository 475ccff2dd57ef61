package glomers.workbench.workload.txn;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The operations of a transaction on registers that other transactions can notice: for each key the
 * first access, if it is a read, and the last write.
 */
final class ExternalOps {
  private ExternalOps() {}

  /** The values that the transaction read of others, by key; null for nothing. */
  static Map<Object, Object> reads(Txn txn) {
    Map<Object, Object> reads = new LinkedHashMap<>();
    Map<Object, Boolean> accessed = new LinkedHashMap<>();
    for (MicroOp op : txn.ops()) {
      if (accessed.putIfAbsent(op.key(), true) == null && op.isRead()) {
        reads.put(op.key(), op.value());
      }
    }
    return reads;
  }

  /** The values that the transaction wrote last, by key. */
  static Map<Object, Object> writes(Txn txn) {
    Map<Object, Object> writes = new LinkedHashMap<>();
    for (MicroOp op : txn.ops()) {
      if (op.isWrite()) {
        writes.put(op.key(), op.value());
      }
    }
    return writes;
  }
}
