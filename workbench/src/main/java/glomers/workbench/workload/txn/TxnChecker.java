package glomers.workbench.workload.txn;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
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
 * <p>Operations are {@code txn}; their values are {@link MicroOps}.
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
  private final List<ConsistencyModel> models;
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
    this.models = List.copyOf(models);
    this.nodes = List.copyOf(nodes);
    this.limit = limit;
    models.forEach(model -> prohibited.addAll(model.prohibited()));
  }

  @Override
  public Result check(History entries) {
    Deadline deadline = Deadline.in(limit);
    TxnAnalysis ours = new TxnAnalysis(Rules.STRICT, type, prohibited, nodes, entries);
    ours.run(deadline);
    boolean isClean = shown(ours.anomalies()).isEmpty();
    Result.Builder result = result(ours.anomalies());
    boolean breaksDown;
    if (isClean && ours.isSeenAlike()) {
      breaksDown = ours.breaksDown();
    } else {
      TxnAnalysis theirs = new TxnAnalysis(Rules.MAELSTROM, type, prohibited, nodes, entries);
      if (isClean) {
        theirs.runWithoutCycles(); // nothing else can be wrong by theirs only
      } else {
        theirs.run(deadline);
      }
      addFindings(ours.anomalies(), theirs.anomalies(), result);
      breaksDown = theirs.breaksDown();
    }
    if (!ours.finalState().silentNodes().isEmpty()) {
      result.detail("missing-final-reads", ours.finalState().silentNodes());
      result.finding(missing(ours.finalState().silentNodes()));
    }
    return breaksDown ? result.unknownToMaelstrom().build() : result.build();
  }

  /** What is wrong here, with what Maelstrom makes of it, and what is wrong only there. */
  private void addFindings(Anomaly.Cases ours, Anomaly.Cases theirs, Result.Builder result) {
    List<AnomalyType> found = shown(theirs);
    TxnNames names = names(ours);
    Set<AnomalyType> added = EnumSet.noneOf(AnomalyType.class);
    for (AnomalyType each : shown(ours)) {
      long others = ours.others(each);
      for (Anomaly anomaly : ours.worst(each)) {
        boolean both = found.contains(each) && !anomaly.isStricter();
        Finding finding = anomaly.toFinding(names).andMore(others).withPromise(promise(each));
        others = 0; // the first stands for them
        result.finding(finding.inMaelstrom(both ? weight(each) : Validity.VALID));
        if (both) {
          added.add(each);
        }
      }
    }
    for (AnomalyType each : found) {
      if (!each.rule.isStricter() && added.add(each)) {
        Finding finding = theirs.worst(each).get(0).toFinding(names).withPromise(promise(each));
        result.finding(finding.inMaelstrom(weight(each)).onlyInMaelstrom());
      }
    }
  }

  /** Numbers first those transactions that a screen shows: in the first case of each rule. */
  private TxnNames names(Anomaly.Cases ours) {
    TxnNames names = new TxnNames();
    for (boolean stricter : List.of(false, true)) {
      for (AnomalyType each : shown(ours)) {
        ours.worst(each).stream()
            .filter(anomaly -> anomaly.isStricter() == stricter)
            .findFirst()
            .ifPresent(anomaly -> anomaly.nameIn(names));
      }
    }
    return names;
  }

  /** The promise of the first model asked for that prohibits this; empty if it always counts. */
  private String promise(AnomalyType each) {
    return models.stream()
        .filter(model -> model.prohibited().contains(each))
        .findFirst()
        .map(Promises::of)
        .orElse("");
  }

  /** What Maelstrom makes of an anomaly: its checker of registers knows no unknown verdict. */
  private Validity weight(AnomalyType each) {
    return switch (each) {
      case EMPTY_TRANSACTION_GRAPH ->
          type == DataType.RW_REGISTER ? Validity.INVALID : Validity.UNKNOWN;
      case CYCLE_SEARCH_TIMEOUT -> type == DataType.RW_REGISTER ? Validity.VALID : Validity.UNKNOWN;
      default -> Validity.INVALID;
    };
  }

  /** The types that count, without those that others say better. */
  private List<AnomalyType> shown(Anomaly.Cases anomalies) {
    return anomalies.types().stream()
        .filter(each -> prohibited.contains(each) || each.isUnknown())
        .filter(each -> !isRedundant(each, anomalies))
        .toList();
  }

  private Result.Builder result(Anomaly.Cases anomalies) {
    List<AnomalyType> shown = shown(anomalies);
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
    return result;
  }

  /** Whether it only says that there is a cycle, while others show what rules the model out. */
  private static boolean isRedundant(AnomalyType each, Anomaly.Cases anomalies) {
    if (!each.isExistence()) {
      return false;
    }
    Set<AnomalyType> others = EnumSet.noneOf(AnomalyType.class);
    anomalies.types().stream().filter(type -> !type.isExistence()).forEach(others::add);
    return CycleLevel.ALL.stream()
        .filter(level -> level.type() == each)
        .anyMatch(level -> ConsistencyModel.ruledOutBy(others).contains(level.model()));
  }

  private static Map<Keyword, Object> edn(List<AnomalyType> types, Anomaly.Cases anomalies) {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    for (AnomalyType each : types) {
      List<Object> cases = new ArrayList<>();
      anomalies.worst(each).forEach(anomaly -> cases.add(anomaly.toEdn()));
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
