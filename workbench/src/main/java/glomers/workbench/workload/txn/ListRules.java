package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.DIRTY_UPDATE;
import static glomers.workbench.workload.txn.AnomalyType.DUPLICATE_ELEMENTS;
import static glomers.workbench.workload.txn.AnomalyType.INCOMPATIBLE_ORDER;

import glomers.workbench.checker.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules for lists: all reads of a list must agree with one order of appends, each made once.
 */
record ListRules(ListVersions versions, WriteIndex writes, Rules rules, Anomaly.Cases anomalies) {
  void check(List<Txn> txns) {
    for (Txn txn : txns) {
      if (txn.isOk()) {
        txn.ops().stream().filter(MicroOp::isRead).forEach(read -> checkDuplicates(txn, read));
      }
      if (!txn.isFailed() && rules == Rules.STRICT) {
        checkOwnOrder(txn);
      }
    }
    for (ListVersions.KeyVersions key : versions.all()) {
      List<List<?>> incompatible = key.incompatible();
      if (!incompatible.isEmpty()) {
        anomalies.add(INCOMPATIBLE_ORDER, () -> incompatibleOrder(key, incompatible));
      }
      checkDirtyUpdates(key);
    }
  }

  private void checkDuplicates(Txn txn, MicroOp read) {
    Set<Object> duplicates = ListVersions.duplicates(read.list());
    if (!duplicates.isEmpty()) {
      anomalies.add(DUPLICATE_ELEMENTS, () -> duplicateElements(txn, read, duplicates));
    }
  }

  private static Anomaly duplicateElements(Txn txn, MicroOp read, Set<Object> duplicates) {
    List<Object> elements = new ArrayList<>(duplicates);
    return new Anomaly(
            DUPLICATE_ELEMENTS,
            names ->
                Text.say(
                    names.get(0) + " read key %s as %s, which holds %s more than once.",
                    read.key(),
                    read.value(),
                    elements.get(0)))
        .naming(List.of(txn))
        .ofKeys(List.of(read.key()))
        .about(elements)
        .with("op", txn)
        .with("mop", read)
        .with("duplicates", elements);
  }

  /** A transaction's appends to a list must be there in its own order, none left out. */
  private void checkOwnOrder(Txn txn) {
    Map<Object, MicroOp> last = new HashMap<>();
    for (MicroOp op : txn.ops()) {
      if (op.isWrite()) {
        MicroOp before = last.put(op.key(), op);
        ListVersions.KeyVersions key = versions.of(op.key());
        if (before != null && key.position(before.value()) > key.position(op.value())) {
          anomalies.add(INCOMPATIBLE_ORDER, () -> ownOrder(txn, key, before.value(), op.value()));
        }
      }
    }
  }

  private static Anomaly ownOrder(
      Txn txn, ListVersions.KeyVersions key, Object first, Object second) {
    return new Anomaly(
            INCOMPATIBLE_ORDER,
            names ->
                Text.say(
                    names.get(0) + " appended %s, then %s to key %s, which was read as %s.",
                    first,
                    second,
                    key.key,
                    key.order))
        .naming(List.of(txn))
        .ofKeys(List.of(key.key))
        .stricter("those of one transaction included")
        .with("key", key.key)
        .with("values", (Object) key.order)
        .with("op", txn);
  }

  private static Anomaly incompatibleOrder(
      ListVersions.KeyVersions key, List<List<?>> incompatible) {
    return new Anomaly(
            INCOMPATIBLE_ORDER,
            names ->
                Text.say(
                    names.get(0)
                        + " read key %s as %s, and "
                        + names.get(1)
                        + " as %s: were all appends in one order, one list would begin with the"
                        + " other.",
                    key.key,
                    incompatible.get(0),
                    incompatible.get(1)))
        .naming(incompatible.subList(0, 2).stream().map(key.states::get).toList())
        .ofKeys(List.of(key.key))
        .with("key", key.key)
        .with("values", incompatible)
        .shownBy(incompatible.stream().map(key.states::get).toList());
  }

  /** Looks for an aborted append that a committed one follows. */
  private void checkDirtyUpdates(ListVersions.KeyVersions key) {
    Txn aborted = null;
    List<Object> since = new ArrayList<>();
    for (Object element : key.order) {
      WriteIndex.Write write = writes.of(key.key, element);
      if (write == null) {
        return; // a phantom: who knows what it stands for
      }
      since.add(element);
      if (write.txn().isFailed()) {
        if (aborted == null) {
          aborted = write.txn();
          since = new ArrayList<>(List.of(element));
        }
      } else if (write.txn().isOk()) {
        if (aborted != null) {
          Txn first = aborted;
          List<Object> values = since;
          anomalies.add(DIRTY_UPDATE, () -> dirtyUpdate(key, values, first, write.txn()));
        }
        aborted = null;
        since = new ArrayList<>();
      }
    }
  }

  private static Anomaly dirtyUpdate(
      ListVersions.KeyVersions key, List<Object> values, Txn aborted, Txn committed) {
    return new Anomaly(
            DIRTY_UPDATE,
            names ->
                Text.say(
                    names.get(0)
                        + " appended %s to key %s and aborted; "
                        + names.get(1)
                        + " appended %s behind it and committed.",
                    values.get(0),
                    key.key,
                    values.get(values.size() - 1)))
        .naming(List.of(aborted, committed))
        .ofKeys(List.of(key.key))
        .about(values)
        .with("key", key.key)
        .with("values", (Object) values)
        .with("txns", List.of(aborted, committed));
  }
}
