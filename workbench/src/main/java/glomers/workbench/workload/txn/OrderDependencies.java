package glomers.workbench.workload.txn;

import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order of a process's transactions, and the order in time. Both without what follows. */
record OrderDependencies(DependencyGraph graph) {
  /** Connects each committed transaction with the next one of its process. */
  void addProcesses(List<Txn> txns) {
    Map<Integer, Txn> last = new HashMap<>();
    for (Txn txn : txns) {
      if (txn.isOk()) {
        Txn before = last.put(txn.process(), txn);
        if (before != null) {
          graph.add(before, txn, DependencyKind.PROCESS, null, null, null);
        }
      }
    }
  }

  /**
   * Connects each committed transaction with those that began after its end, but for those that
   * also began after the end of another that comes between.
   */
  void addTime(List<Txn> txns, History history) {
    Txn[] byEntry = new Txn[history.size()];
    for (Txn txn : txns) {
      byEntry[(int) txn.invocation().index()] = txn;
      byEntry[(int) txn.completion().index()] = txn;
    }
    List<Txn> frontier = new ArrayList<>(); // those that ended, none of them before another began
    Map<Txn, List<Txn>> predecessors = new HashMap<>();
    for (Op op : history.ops()) {
      Txn txn = byEntry[(int) op.index()];
      if (txn == null || txn.isFailed()) {
        continue;
      }
      if (op == txn.invocation()) {
        frontier.forEach(
            before -> graph.add(before, txn, DependencyKind.REALTIME, null, null, null));
        if (txn.isOk()) {
          predecessors.put(txn, List.copyOf(frontier));
        }
      } else if (txn.isOk()) {
        frontier.removeAll(predecessors.remove(txn));
        frontier.add(txn);
      }
    }
  }
}
