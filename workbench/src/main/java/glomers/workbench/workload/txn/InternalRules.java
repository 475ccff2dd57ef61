package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.FUTURE_READ;
import static glomers.workbench.workload.txn.AnomalyType.INTERNAL;

import glomers.workbench.checker.Rules;
import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Internal consistency, the axiom INT of Cerone et al. 2015: the reads of a transaction must agree
 * with its own operations before them. For Elle a read of nothing tells nothing, and only lists are
 * read in the future; here nothing is a value, too.
 */
record InternalRules(DataType type, Rules rules, Anomaly.Cases anomalies) {
  /** Stands for what is before the elements that the transaction appended itself. */
  private static final Object UNKNOWN_PREFIX = Keyword.of("...");

  /** Stands for a list that is not there, which may be read as an empty one, too. */
  private static final List<Object> NOTHING = new ArrayList<>();

  void check(List<Txn> txns) {
    for (Txn txn : txns) {
      if (txn.isOk() && txn.ops().size() > 1) {
        checkReads(txn);
        if (rules == Rules.STRICT || type == DataType.LIST_APPEND) {
          checkFuture(txn);
        }
      }
    }
  }

  private void checkReads(Txn txn) {
    Map<Object, Object> expected = new HashMap<>();
    for (MicroOp op : txn.ops()) {
      boolean known = expected.containsKey(op.key());
      Object before = expected.get(op.key());
      if (op.isWrite()) {
        expected.put(op.key(), type == DataType.RW_REGISTER ? op.value() : appended(before, op));
      } else {
        if (known && !agrees(before, op)) {
          anomalies.add(INTERNAL, () -> internal(txn, op, before));
          return;
        }
        if (op.value() == null && rules == Rules.MAELSTROM) {
          expected.remove(op.key());
        } else {
          expected.put(op.key(), state(op));
        }
      }
    }
  }

  private Object state(MicroOp read) {
    if (type == DataType.RW_REGISTER) {
      return read.value();
    }
    return read.value() == null ? NOTHING : read.list();
  }

  private static List<Object> appended(Object before, MicroOp op) {
    List<Object> list =
        new ArrayList<>(before == null ? List.of(UNKNOWN_PREFIX) : (List<?>) before);
    list.add(op.value());
    return list;
  }

  private boolean agrees(Object before, MicroOp read) {
    if (type == DataType.RW_REGISTER) {
      return Objects.equals(before, read.value());
    }
    if (read.value() == null) {
      return before == NOTHING; // a list that was there, though empty, does not go away
    }
    List<?> expected = (List<?>) before;
    List<?> found = read.list();
    if (expected.isEmpty() || !expected.get(0).equals(UNKNOWN_PREFIX)) {
      return expected.equals(found);
    }
    List<?> suffix = expected.subList(1, expected.size());
    int from = found.size() - suffix.size();
    return from >= 0 && suffix.equals(found.subList(from, found.size()));
  }

  private static Anomaly internal(Txn txn, MicroOp read, Object expected) {
    return new Anomaly(
            INTERNAL,
            names ->
                Text.say(
                    names.get(0)
                        + " read key %s as %s, but after what it had read and written itself it"
                        + " must be %s.",
                    read.key(),
                    read.value(),
                    expected))
        .naming(List.of(txn))
        .ofKeys(List.of(read.key()))
        .with("op", txn)
        .with("mop", read)
        .with("expected", expected);
  }

  private void checkFuture(Txn txn) {
    for (int i = 1; i < txn.ops().size(); i++) {
      MicroOp write = txn.ops().get(i);
      for (int j = 0; write.isWrite() && j < i; j++) {
        MicroOp read = txn.ops().get(j);
        if (read.isRead() && read.key().equals(write.key()) && shows(read, write.value())) {
          anomalies.add(FUTURE_READ, () -> futureRead(txn, read, write.value()));
          return;
        }
      }
    }
  }

  private boolean shows(MicroOp read, Object value) {
    return type == DataType.RW_REGISTER
        ? Objects.equals(read.value(), value)
        : read.list().contains(value);
  }

  private static Anomaly futureRead(Txn txn, MicroOp read, Object element) {
    return new Anomaly(
            FUTURE_READ,
            names ->
                Text.say(
                    names.get(0) + " read key %s as %s, but wrote %s itself only afterwards.",
                    read.key(),
                    read.value(),
                    element))
        .naming(List.of(txn))
        .ofKeys(List.of(read.key()))
        .about(List.of(element))
        .with("op", txn)
        .with("mop", read)
        .with("element", element);
  }
}
