package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.List;

/** An edge of the graph: one transaction comes before another, for one reason or several. */
final class Dependency {
  /**
   * Why it does.
   *
   * @param key what both access; null if the reason is the order of a process, or in time
   * @param value what the first wrote or read
   * @param next what the second wrote, or read
   * @param byFinalRead whether only final reads show it, which Maelstrom does not make
   */
  record Reason(DependencyKind kind, Object key, Object value, Object next, boolean byFinalRead) {}

  private final Txn from;
  private final Txn to;
  private final List<Reason> reasons = new ArrayList<>(1);
  private int kinds;

  Dependency(Txn from, Txn to) {
    this.from = from;
    this.to = to;
  }

  Txn from() {
    return from;
  }

  Txn to() {
    return to;
  }

  /** A bit for each kind of reason. */
  int kinds() {
    return kinds;
  }

  void add(Reason reason) {
    if ((kinds & reason.kind().bit()) == 0) {
      kinds |= reason.kind().bit();
      reasons.add(reason);
    }
  }

  /** The reason of the first of these kinds that there is. */
  Reason reason(int allowed) {
    Reason best = null;
    for (Reason reason : reasons) {
      if ((reason.kind().bit() & allowed) != 0
          && (best == null || reason.kind().compareTo(best.kind()) < 0)) {
        best = reason;
      }
    }
    return best;
  }
}
