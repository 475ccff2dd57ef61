package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.G1A;
import static glomers.workbench.workload.txn.AnomalyType.G1B;
import static glomers.workbench.workload.txn.AnomalyType.MISMATCHED_REPLY;
import static glomers.workbench.workload.txn.AnomalyType.PHANTOM;

import java.util.List;

/**
 * The rules for reads: a value read must be the last that a committed transaction wrote to the key.
 */
record ReadRules(DataType type, WriteIndex writes, Anomaly.Cases anomalies) {
  void check(TxnHistory history) {
    history.mismatched().forEach(txn -> anomalies.add(MISMATCHED_REPLY, () -> mismatched(txn)));
    for (Txn txn : history.txns()) {
      if (txn.isOk()) {
        txn.ops().stream().filter(MicroOp::isRead).forEach(read -> check(txn, read));
      }
    }
  }

  private void check(Txn reader, MicroOp read) {
    if (type == DataType.RW_REGISTER) {
      if (read.value() != null) {
        check(reader, read, read.value(), true);
      }
      return;
    }
    List<?> list = read.list();
    for (int i = 0; i < list.size(); i++) {
      check(reader, read, list.get(i), i == list.size() - 1);
    }
  }

  /**
   * Looks at one value.
   *
   * @param isState whether it is the value that tells which version was read
   */
  private void check(Txn reader, MicroOp read, Object value, boolean isState) {
    WriteIndex.Write write = writes.of(read.key(), value);
    if (write == null) {
      anomalies.add(PHANTOM, () -> phantom(reader, read, value));
      return;
    }
    if (write.txn().isFailed()) {
      anomalies.add(
          G1A,
          () ->
              anomaly(G1A, reader, read, value, write.txn())
                  .with("writer", write.txn())
                  .with("element", value));
    }
    if (isState && write.isIntermediate() && write.txn() != reader) {
      anomalies.add(
          G1B,
          () ->
              anomaly(G1B, reader, read, value, write.txn())
                  .with("writer", write.txn())
                  .with("element", value));
    }
  }

  private Anomaly anomaly(AnomalyType kind, Txn reader, MicroOp read, Object value, Txn writer) {
    String what =
        kind == G1A
            ? "which was aborted: none of it may be seen."
            : "which wrote another value there afterwards: nobody else may see a transaction half"
                + " done.";
    return new Anomaly(
            kind,
            names ->
                Text.say(
                    names.get(0) + " read %s from key %s, a write of " + names.get(1) + ", " + what,
                    value,
                    read.key()))
        .naming(List.of(reader, writer))
        .ofKeys(List.of(read.key()))
        .about(List.of(value))
        .with("op", reader)
        .with("mop", read);
  }

  /** Where a language has a default for numbers, programs return it for what is not there. */
  private static final String NULL_FOR_ABSENT =
      " A key that nobody has written is read as null, not as 0.";

  private static Anomaly phantom(Txn reader, MicroOp read, Object value) {
    return new Anomaly(
            PHANTOM,
            names ->
                Text.say(
                        names.get(0)
                            + " read key %s as %s, but no transaction tried to write %s to it.",
                        read.key(),
                        read.value(),
                        value)
                    + (value.equals(0L) ? NULL_FOR_ABSENT : ""))
        .naming(List.of(reader))
        .ofKeys(List.of(read.key()))
        .about(List.of(value))
        .with("op", reader)
        .with("mop", read)
        .with("element", value);
  }

  private static Anomaly mismatched(Txn txn) {
    return new Anomaly(
            MISMATCHED_REPLY,
            Text.say(
                    "The request %s was answered with %s by ",
                    txn.invocation().value(), txn.completion().value())
                + txn.node()
                + "; only the values of reads may differ.")
        .with("op", txn);
  }
}
