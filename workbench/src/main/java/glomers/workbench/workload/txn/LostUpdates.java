package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds transactions that read the same version of a key and then wrote the key. Whichever wrote
 * later did not know of the other: its update is lost. No version order is needed to tell.
 */
record LostUpdates(DataType type, Rules rules) {
  void find(List<Txn> txns, Anomaly.Cases anomalies) {
    Map<List<Object>, List<Txn>> updates = new LinkedHashMap<>();
    for (Txn txn : txns) {
      if (txn.isOk()) {
        firstReads(txn)
            .forEach(
                (version, t) -> updates.computeIfAbsent(version, v -> new ArrayList<>()).add(t));
      }
    }
    updates.forEach(
        (version, updaters) -> {
          if (updaters.size() > 1) {
            anomalies.add(
                AnomalyType.LOST_UPDATE, () -> anomaly(version.get(0), version.get(1), updaters));
          }
        });
  }

  /** Of the keys that the transaction first reads and later writes: key and value read. */
  private Map<List<Object>, Txn> firstReads(Txn txn) {
    Map<Object, Object> reads = new HashMap<>();
    Set<Object> written = new HashSet<>();
    Map<List<Object>, Txn> updates = new LinkedHashMap<>();
    for (MicroOp op : txn.ops()) {
      if (op.isRead()) {
        if (!written.contains(op.key())) {
          reads.putIfAbsent(op.key(), version(op));
        }
      } else if (written.add(op.key()) && reads.containsKey(op.key())) {
        updates.put(Arrays.asList(op.key(), reads.get(op.key())), txn);
      }
    }
    return updates;
  }

  /** Strictly, an empty list is the same as none. */
  private Object version(MicroOp read) {
    return type == DataType.RW_REGISTER || rules == Rules.MAELSTROM ? read.value() : read.list();
  }

  private static Anomaly anomaly(Object key, Object value, List<Txn> updaters) {
    boolean areTwo = updaters.size() == 2;
    return new Anomaly(
            AnomalyType.LOST_UPDATE,
            names ->
                (areTwo ? "" : updaters.size() + " transactions, such as ")
                    + String.join(" and ", names)
                    + (areTwo ? " both" : ",")
                    + Text.say(
                        " read key %s as %s and then wrote it, without a look at the other's"
                            + " write: ",
                        key, value)
                    + (areTwo ? "one of the two updates is" : "all but one of these updates are")
                    + " lost.")
        .naming(updaters.subList(0, 2))
        .ofKeys(Collections.singletonList(key))
        .with("key", key)
        .with("value", value)
        .with("txns", updaters);
  }
}
