package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The transactions of a history, in the order in which they began. */
final class TxnHistory {
  private final Rules rules;
  private final List<Txn> txns = new ArrayList<>();
  private final List<Txn> mismatched = new ArrayList<>();

  /**
   * Reads a history.
   *
   * @param rules by Maelstrom's, there are no final reads, and any reply is believed
   */
  TxnHistory(History history, Rules rules) {
    this.rules = rules;
    history
        .clientOps()
        .filter(op -> op.isInvoke() && !(rules == Rules.MAELSTROM && op.isFinal()))
        .forEach(invocation -> add(invocation, history.completion(invocation).orElse(invocation)));
  }

  private void add(Op invocation, Op completion) {
    List<MicroOp> asked = ops(invocation);
    if (!completion.isOk()) {
      OpType type = completion.type() == OpType.FAIL ? OpType.FAIL : OpType.INFO;
      txns.add(new Txn(invocation, completion, type, asked));
      return;
    }
    List<MicroOp> answered = ops(completion);
    if (rules == Rules.MAELSTROM || agree(asked, answered)) {
      txns.add(new Txn(invocation, completion, OpType.OK, answered));
    } else {
      // Committed perhaps, but what it has read is anybody's guess.
      Txn txn = new Txn(invocation, completion, OpType.INFO, asked);
      txns.add(txn);
      mismatched.add(txn);
    }
  }

  private static List<MicroOp> ops(Op op) {
    return ((MicroOps) op.value()).parts();
  }

  private static boolean agree(List<MicroOp> asked, List<MicroOp> answered) {
    if (asked.size() != answered.size()) {
      return false;
    }
    for (int i = 0; i < asked.size(); i++) {
      MicroOp a = asked.get(i);
      MicroOp b = answered.get(i);
      if (!a.f().equals(b.f())
          || !Objects.equals(a.key(), b.key())
          || a.isWrite() && !Objects.equals(a.value(), b.value())) {
        return false;
      }
    }
    return true;
  }

  /** All transactions; those whose reply is mismatched count as of unknown outcome. */
  List<Txn> txns() {
    return txns;
  }

  /** Those whose reply does not repeat their request. */
  List<Txn> mismatched() {
    return mismatched;
  }
}
