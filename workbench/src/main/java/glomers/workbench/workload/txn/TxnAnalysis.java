package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import glomers.workbench.history.History;
import glomers.workbench.time.Deadline;
import java.util.List;
import java.util.Set;

/**
 * One look at a history, strictly or as Maelstrom's checker sees it: its rules for single reads and
 * transactions, its graph of dependencies, and the cycles of that.
 *
 * <p>Maelstrom makes no final reads, believes a reply that is another transaction than the
 * request's, takes a read of nothing for no knowledge, and knows nothing of registers' writes of
 * unknown outcome.
 */
final class TxnAnalysis {
  private final Rules rules;
  private final DataType type;
  private final Set<AnomalyType> prohibited;
  private final History entries;
  private final TxnHistory history;
  private final WriteIndex writes;
  private final Anomaly.Cases anomalies = new Anomaly.Cases();
  private final FinalState finalState;

  /**
   * A look that was not taken yet.
   *
   * @param nodes those that must have read every key in the end
   */
  TxnAnalysis(
      Rules rules,
      DataType type,
      Set<AnomalyType> prohibited,
      List<String> nodes,
      History entries) {
    this.rules = rules;
    this.type = type;
    this.prohibited = prohibited;
    this.entries = entries;
    this.history = new TxnHistory(entries, rules);
    this.writes = new WriteIndex(history.txns());
    this.finalState =
        new FinalState(type, history.txns(), rules == Rules.STRICT ? nodes : List.of());
  }

  /** What is wrong. */
  Anomaly.Cases anomalies() {
    return anomalies;
  }

  FinalState finalState() {
    return finalState;
  }

  /** Judges all, and looks for cycles until the deadline. */
  void run(Deadline deadline) {
    List<Txn> txns = history.txns();
    new ReadRules(type, writes, anomalies).check(history);
    new InternalRules(type, rules, anomalies).check(txns);
    new LostUpdates(type, rules).find(txns, anomalies);
    finalState.check(writes, anomalies);
    try {
      DependencyGraph graph = new DependencyGraph();
      addDependencies(graph);
      addOrder(graph);
      new CycleAnalysis(graph, prohibited, deadline, anomalies).run();
    } catch (AnalysisLimitException e) {
      anomalies.add(new Anomaly(AnomalyType.CYCLE_SEARCH_TIMEOUT, e.getMessage()));
    }
  }

  /** Judges only whether transactions depend on each other at all. */
  void runWithoutCycles() {
    DependencyGraph graph = new DependencyGraph();
    try {
      addDependencies(graph);
      if (graph.isEmpty()) {
        addOrder(graph);
      }
    } catch (AnalysisLimitException e) {
      // There are more than enough.
    }
  }

  /**
   * Whether, if nothing is wrong here, Maelstrom's checker finds as much to judge by, so that
   * nothing is wrong there either: a committed transaction has read what another one wrote to a
   * register.
   */
  boolean isSeenAlike() {
    return type == DataType.RW_REGISTER
        && history.mismatched().isEmpty()
        && !writes.isAmbiguous()
        && history.txns().stream().anyMatch(this::dependsOnAnother);
  }

  private boolean dependsOnAnother(Txn reader) {
    return reader.isOk()
        && !reader.isFinal()
        && ExternalOps.reads(reader).entrySet().stream()
            .map(read -> writes.of(read.getKey(), read.getValue()))
            .anyMatch(write -> write != null && isCommitted(write) && write.txn() != reader);
  }

  private static boolean isCommitted(WriteIndex.Write write) {
    return write.txn().isOk() && !write.txn().isFinal() && !write.isIntermediate();
  }

  private void addDependencies(DependencyGraph graph) {
    if (type == DataType.LIST_APPEND) {
      ListVersions versions = new ListVersions(history.txns(), rules);
      new ListRules(versions, writes, rules, anomalies).check(history.txns());
      new ListDependencies(versions, writes, graph).add(history.txns());
    } else {
      new RegisterDependencies(graph, anomalies)
          .add(new RegisterIndex(history.txns(), writes, rules), finalState.agreed());
    }
  }

  /** Adds the order in time, or of processes; strictly, that alone is nothing to judge by. */
  private void addOrder(DependencyGraph graph) {
    boolean isEmpty = graph.isEmpty();
    if (prohibited.stream().anyMatch(each -> each.needs(DependencyKind.REALTIME))) {
      new OrderDependencies(graph).addTime(history.txns(), entries);
    } else if (prohibited.stream().anyMatch(each -> each.needs(DependencyKind.PROCESS))) {
      new OrderDependencies(graph).addProcesses(history.txns());
    }
    if (rules == Rules.STRICT ? isEmpty : graph.isEmpty()) {
      anomalies.add(nothingRead());
    }
  }

  private static Anomaly nothingRead() {
    return new Anomaly(
        AnomalyType.EMPTY_TRANSACTION_GRAPH,
        "No transaction read or overwrote what another had written: there is nothing to judge by."
            + " Raise the rate or the time limit, and see why writes fail if they do.");
  }

  /**
   * Whether Maelstrom's checker breaks down: in its order of a list's versions is one that nobody
   * wrote, or a value was written twice.
   */
  boolean breaksDown() {
    return writes.isAmbiguous()
        || type == DataType.LIST_APPEND
            && new ListVersions(history.txns(), rules).hasPhantom(writes);
  }
}
