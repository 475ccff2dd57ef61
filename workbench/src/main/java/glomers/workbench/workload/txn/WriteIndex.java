package glomers.workbench.workload.txn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The writers of values. Each value is written to a key at most once. */
final class WriteIndex {
  /**
   * A write that was tried.
   *
   * @param isIntermediate whether its transaction writes the key again
   */
  record Write(Txn txn, boolean isIntermediate) {}

  private final Map<Object, Map<Object, Write>> writes = new HashMap<>();
  private boolean ambiguous;

  WriteIndex(List<Txn> txns) {
    txns.forEach(this::add);
  }

  private void add(Txn txn) {
    Set<Object> later = new HashSet<>();
    for (int i = txn.ops().size() - 1; i >= 0; i--) {
      MicroOp op = txn.ops().get(i);
      if (op.isWrite()) {
        Write before =
            writes
                .computeIfAbsent(op.key(), k -> new HashMap<>())
                .put(op.value(), new Write(txn, !later.add(op.key())));
        ambiguous |= before != null;
      }
    }
  }

  /** The write of this value; null if nobody tried to write it. */
  Write of(Object key, Object value) {
    return value == null ? null : of(key).get(value);
  }

  /** Whether a value was written to a key more than once, as only a wrong reply can claim. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** The writes to a key, in no order. */
  Map<Object, Write> of(Object key) {
    return writes.getOrDefault(key, Map.of());
  }
}
