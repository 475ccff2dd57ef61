package glomers.workbench.checker.txn;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges transactions by the anomalies in what they read: Elle's checkers of registers and of lists
 * (Kingsbury and Alvaro 2020), and rules that are stricter. The types of anomalies that the models
 * asked for prohibit are shown, and which models all anomalies together rule out.
 *
 * <p>Operations are {@code txn}; their values are in the form that {@link MicroOp} gives.
 */
public final class TxnChecker implements Checker {
  private static final Rule FINAL_READS =
      Rule.stricter("final-reads", "in the end each node must answer a read of each key");

  private static final Set<AnomalyType> ALWAYS_PROHIBITED =
      EnumSet.of(
          AnomalyType.PHANTOM,
          AnomalyType.MISMATCHED_REPLY,
          AnomalyType.LOST_WRITE,
          AnomalyType.DIVERGENT_FINAL_READS);

  private final DataType type;
  private final Set<AnomalyType> prohibited = EnumSet.copyOf(ALWAYS_PROHIBITED);
  private final List<String> nodes;
  private final Duration limit;

  /**
   * A checker of these models.
   *
   * @param models those that the history must satisfy, all of them
   * @param nodes the nodes that must have read every key in the end; none if there are no final
   *     reads
   * @param limit how long the search for cycles may take
   */
  public TxnChecker(
      DataType type, List<ConsistencyModel> models, List<String> nodes, Duration limit) {
    this.type = type;
    this.nodes = List.copyOf(nodes);
    this.limit = limit;
    models.forEach(model -> prohibited.addAll(model.prohibited()));
  }

  @Override
  public Result check(History entries) {
    Deadline deadline = Deadline.in(limit);
    TxnHistory history = new TxnHistory(entries);
    List<Txn> txns = history.txns();
    WriteIndex writes = new WriteIndex(txns);
    Anomalies anomalies = new Anomalies();
    new ReadRules(type, writes, anomalies).check(history);
    new InternalRules(type, anomalies).check(txns);
    LostUpdates.find(type, txns, anomalies);
    FinalState finalState = new FinalState(type, txns, nodes);
    finalState.check(writes, anomalies);
    try {
      DependencyGraph graph = graph(entries, txns, writes, finalState, anomalies);
      new CycleAnalysis(graph, prohibited, deadline, anomalies).run();
    } catch (AnalysisLimitException e) {
      anomalies.add(new Anomaly(AnomalyType.CYCLE_SEARCH_TIMEOUT, e.getMessage()));
    }
    return result(anomalies, finalState);
  }

  private DependencyGraph graph(
      History entries,
      List<Txn> txns,
      WriteIndex writes,
      FinalState finalState,
      Anomalies anomalies) {
    DependencyGraph graph = new DependencyGraph();
    if (type == DataType.LIST_APPEND) {
      ListVersions versions = new ListVersions(txns);
      new ListRules(versions, writes, anomalies).check(txns);
      new ListDependencies(versions, writes, graph).add(txns);
    } else {
      new RegisterDependencies(graph, anomalies)
          .add(new RegisterIndex(txns, writes), finalState.agreed());
    }
    boolean isEmpty = graph.isEmpty();
    if (prohibited.stream().anyMatch(each -> each.needs(DependencyKind.REALTIME))) {
      new OrderDependencies(graph).addTime(txns, entries);
    } else if (prohibited.stream().anyMatch(each -> each.needs(DependencyKind.PROCESS))) {
      new OrderDependencies(graph).addProcesses(txns);
    }
    if (isEmpty) {
      anomalies.add(graph.isEmpty() ? nothingRead() : nothingRead().stricter("time aside"));
    }
    return graph;
  }

  private static Anomaly nothingRead() {
    return new Anomaly(
        AnomalyType.EMPTY_TRANSACTION_GRAPH,
        "No transaction read or overwrote what another had written: there is nothing to judge by."
            + " Raise the rate or the time limit, and see why writes fail if they do.");
  }

  private Result result(Anomalies anomalies, FinalState finalState) {
    List<AnomalyType> shown =
        anomalies.types().stream()
            .filter(each -> prohibited.contains(each) || each.isUnknown())
            .filter(each -> !isRedundant(each, anomalies))
            .toList();
    Result.Builder result = Result.builder();
    if (!shown.isEmpty() || type == DataType.RW_REGISTER) {
      result.detail(
          "anomaly-types",
          new Seq(shown.stream().map(each -> each.rule.name()).sorted().map(Keyword::of).toList()));
      result.detail("anomalies", shown.isEmpty() ? null : edn(shown, anomalies));
    }
    if (!shown.isEmpty()) {
      Set<ConsistencyModel> ruledOut = ConsistencyModel.ruledOutBy(anomalies.types());
      Set<ConsistencyModel> weakest = EnumSet.noneOf(ConsistencyModel.class);
      ConsistencyModel.weakest(ruledOut).forEach(weakest::add);
      result.detail("not", names(weakest.stream()));
      result.detail("also-not", names(ruledOut.stream().filter(each -> !weakest.contains(each))));
    }
    for (AnomalyType each : shown) {
      anomalies.of(each).forEach(anomaly -> result.finding(anomaly.toFinding()));
    }
    if (!finalState.silentNodes().isEmpty()) {
      result.detail("missing-final-reads", finalState.silentNodes());
      result.finding(missing(finalState.silentNodes()));
    }
    return result.build();
  }

  /** Whether it only says that there is a cycle, while others show what rules the model out. */
  private static boolean isRedundant(AnomalyType each, Anomalies anomalies) {
    if (!each.isExistence()) {
      return false;
    }
    Set<AnomalyType> others = EnumSet.noneOf(AnomalyType.class);
    anomalies.types().stream().filter(type -> !type.isExistence()).forEach(others::add);
    return CycleLevel.ALL.stream()
        .filter(level -> level.type() == each)
        .anyMatch(level -> ConsistencyModel.ruledOutBy(others).contains(level.model()));
  }

  private static Map<Keyword, Object> edn(List<AnomalyType> types, Anomalies anomalies) {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    for (AnomalyType each : types) {
      List<Object> cases = new ArrayList<>();
      anomalies.of(each).forEach(anomaly -> cases.add(anomaly.toEdn()));
      edn.put(Keyword.of(each.rule.name()), cases);
    }
    return edn;
  }

  private static Set<Keyword> names(Stream<ConsistencyModel> models) {
    Set<Keyword> names = new LinkedHashSet<>();
    models.map(ConsistencyModel::friendlyName).sorted().map(Keyword::of).forEach(names::add);
    return names;
  }

  private static Finding missing(List<String> silentNodes) {
    return Finding.unknown(
            FINAL_READS,
            "In the end "
                + String.join(", ", silentNodes)
                + " left keys unread, so that nobody knows whether all nodes agree. Each node needs"
                + " a worker (--concurrency) and must answer; --no-final-reads does without.")
        .withNodes(silentNodes);
  }
}
