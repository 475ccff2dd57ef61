package glomers.workbench.workload.txn;

import glomers.workbench.checker.Sentences;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.List;

/**
 * A transaction that was begun.
 *
 * @param invocation the entry of the history with which it began
 * @param completion the one with which it ended; the invocation itself if it never did
 * @param type whether it committed (ok), aborted (fail), or nobody knows (info)
 * @param ops its reads and writes: as the node answered them if it committed, else as they were
 *     requested, with reads unanswered
 */
record Txn(Op invocation, Op completion, OpType type, List<MicroOp> ops) {
  boolean isOk() {
    return type == OpType.OK;
  }

  boolean isFailed() {
    return type == OpType.FAIL;
  }

  int process() {
    return invocation.process();
  }

  String node() {
    return invocation.node();
  }

  /** Whether it is one of the reads with which a test ends. */
  boolean isFinal() {
    return invocation.isFinal();
  }

  /**
   * Where and when it took place, and what it did, in a line.
   *
   * @param keys whose operations are to be seen
   */
  String describe(List<Object> keys) {
    return Sentences.format(
        "%s, %s  %s%s",
        node(),
        invocation.seconds(),
        Text.txn(ops, keys),
        isOk() ? "" : isFailed() ? "  (aborted)" : "  (outcome unknown)");
  }

  // Each transaction is itself only; the fields would make graphs slow.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
