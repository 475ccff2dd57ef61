package glomers.workbench.checker;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule that each node answers a final read. Nothing is known of a node that does not: the
 * verdict is unknown at best. Finds nothing in a history that did not reach its final phase.
 */
public final class FinalReadRule {
  private static final Rule RULE =
      Rule.stricter("no-final-read", "each node must answer a final read")
          .withCases("nodes did not answer a final read");

  private FinalReadRule() {}

  /** Adds to the result which of these nodes have no final read that succeeded, if any. */
  public static void check(History history, List<String> nodes, Result.Builder result) {
    if (history.clientOps().noneMatch(Op::isFinal)) {
      return;
    }
    List<String> unread = new ArrayList<>(nodes);
    history
        .clientOps()
        .filter(op -> op.isFinal() && op.isOk() && op.f().equals("read"))
        .forEach(op -> unread.remove(op.node()));
    if (!unread.isEmpty()) {
      result.detail("no-final-read-count", unread.size());
      result.detail("no-final-read", unread);
      result.finding(
          Finding.unknown(RULE, "No final read succeeded on " + String.join(", ", unread) + ".")
              .withNodes(unread));
    }
  }
}
