package glomers.workbench.workload.txn;

import java.util.List;

/** The dependencies between transactions that append to lists and read them. */
record ListDependencies(ListVersions versions, WriteIndex writes, DependencyGraph graph) {
  void add(List<Txn> txns) {
    for (Txn txn : txns) {
      if (txn.isFailed()) {
        continue;
      }
      for (MicroOp op : txn.ops()) {
        if (op.isWrite()) {
          append(txn, op);
        } else if (txn.isOk() && !op.list().isEmpty()) {
          Object last = op.list().get(op.list().size() - 1);
          Txn writer = writer(op.key(), last);
          if (writer != null) {
            graph.add(writer, txn, DependencyKind.WR, op.key(), last, op.value());
          }
        }
      }
    }
  }

  private void append(Txn txn, MicroOp op) {
    ListVersions.KeyVersions key = versions.of(op.key());
    for (Object before : key.before(op.value())) {
      append(txn, op, key, before);
    }
  }

  private void append(Txn txn, MicroOp op, ListVersions.KeyVersions key, Object before) {
    if (before != null) {
      Txn writer = writer(op.key(), before);
      if (writer != null) {
        graph.add(writer, txn, DependencyKind.WW, op.key(), before, op.value());
      }
    }
    for (Txn reader : key.readers.getOrDefault(before, List.of())) {
      graph.add(reader, txn, DependencyKind.RW, op.key(), before, op.value());
    }
  }

  /** The transaction that appended this; null if none that may have committed did. */
  private Txn writer(Object key, Object element) {
    WriteIndex.Write write = writes.of(key, element);
    return write == null || write.txn().isFailed() ? null : write.txn();
  }
}
