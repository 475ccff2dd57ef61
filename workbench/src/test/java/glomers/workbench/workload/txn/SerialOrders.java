package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import glomers.workbench.history.History;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether transactions are serializable, by trying all orders of them: slow, and obviously right.
 * Each committed transaction must be in the order, each of unknown outcome may be; reads must
 * return what the transactions before, and the own writes before, have left.
 */
final class SerialOrders {
  private final DataType type;
  private final List<Txn> txns = new ArrayList<>();
  private final boolean finalReadsLast;

  /**
   * The orders of a history's transactions.
   *
   * @param finalReadsLast whether no other transaction may come after a final read
   */
  SerialOrders(DataType type, History history, boolean finalReadsLast) {
    this.type = type;
    this.finalReadsLast = finalReadsLast;
    for (Txn txn : new TxnHistory(history, Rules.STRICT).txns()) {
      if (!txn.isFailed()) {
        txns.add(txn);
      }
    }
  }

  boolean existOne() {
    return canGoOn(new ArrayList<>(txns), new HashMap<>());
  }

  private boolean canGoOn(List<Txn> left, Map<Object, Object> state) {
    if (left.stream().noneMatch(Txn::isOk)) {
      return true;
    }
    for (int i = 0; i < left.size(); i++) {
      Txn next = left.get(i);
      boolean early = finalReadsLast && next.isFinal() && left.stream().anyMatch(this::isMain);
      Map<Object, Object> after = new HashMap<>(state);
      if (!early && perform(next, after)) {
        List<Txn> rest = new ArrayList<>(left);
        rest.remove(i);
        if (canGoOn(rest, after)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isMain(Txn txn) {
    return txn.isOk() && !txn.isFinal();
  }

  /** Changes the state; false if a read has another result than it would have there. */
  private boolean perform(Txn txn, Map<Object, Object> state) {
    for (MicroOp op : txn.ops()) {
      if (op.isRead()) {
        Object expected = state.get(op.key());
        if (txn.type() == OpType.OK && !Objects.equals(expected, op.value())) {
          return false;
        }
      } else if (type == DataType.RW_REGISTER) {
        state.put(op.key(), op.value());
      } else {
        List<Object> list = new ArrayList<>();
        if (state.get(op.key()) instanceof List<?> before) {
          list.addAll(before);
        }
        list.add(op.value());
        state.put(op.key(), list);
      }
    }
    return true;
  }
}
