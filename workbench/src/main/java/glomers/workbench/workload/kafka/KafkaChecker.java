package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.G1C_REALTIME;
import static glomers.workbench.workload.kafka.Anomaly.Type.PHANTOM;
import static glomers.workbench.workload.kafka.Anomaly.Type.UNSEEN;

import glomers.workbench.checker.Checker;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.History;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges logs that clients send to and poll from: Jepsen's kafka checker, and rules that are
 * stricter. Results name each type of anomaly found, with the number of cases and the worst of
 * them; {@link Anomaly.Type} lists the types. The values of entries must be {@link KafkaOp}s.
 *
 * <p>Time and memory grow with the number of messages sent and polled; offsets may be of any size
 * up to 2<sup>53</sup>.
 *
 * @see <a href="https://github.com/jepsen-io/jepsen/blob/main/jepsen/src/jepsen/tests/kafka.clj">
 *     Jepsen's checker, whose names these are</a>
 */
public final class KafkaChecker implements Checker {
  /** The anomaly that Jepsen reports whenever there is a cycle of this kind. */
  private static final String CYCLE_EXISTS = "strong-PL-2-cycle-exists";

  @Override
  public Result check(History history) {
    Timeline timeline = new Timeline(history, Rules.STRICT);
    Unseen unseen = new Unseen(timeline);
    Anomaly.Cases anomalies = anomalies(timeline, unseen);
    new CommitRules(anomalies, history).check();

    Map<String, Object> byType = byType(anomalies, unseen);
    Seq types = new Seq(byType.keySet().stream().map(Keyword::of).toList());
    RealtimeLag lag = RealtimeLag.worst(timeline);
    Result.Builder result = Result.builder();
    result.detail("worst-realtime-lag", lag.toEdn());
    result.detail("bad-error-types", types);
    result.detail("error-types", types);
    result.detail("info-txn-causes", infoCauses(timeline));
    byType.forEach(result::detail);
    result.figure("worst realtime lag, s", lag.seconds());
    Set<Anomaly.Type> theirs = anomalies.types().isEmpty() ? Set.of() : foundByMaelstrom(history);
    for (Anomaly.Type type : anomalies.types()) {
      List<Anomaly> worst = anomalies.worst(type);
      for (int i = 0; i < worst.size(); i++) {
        long others = i == worst.size() - 1 ? anomalies.others(type) : 0;
        Finding finding = worst.get(i).toFinding(type).andMore(others);
        result.finding(theirs.contains(type) ? finding : finding.inMaelstrom(Validity.VALID));
      }
    }
    if (theirs.contains(PHANTOM)) {
      result.unknownToMaelstrom();
    }
    return result.build();
  }

  /** What is wrong with the history as Maelstrom's client would have recorded it. */
  private static Set<Anomaly.Type> foundByMaelstrom(History history) {
    Timeline timeline = new Timeline(history, Rules.MAELSTROM);
    Set<Anomaly.Type> found = EnumSet.noneOf(Anomaly.Type.class);
    anomalies(timeline, new Unseen(timeline)).types().stream()
        .filter(type -> type == PHANTOM || !type.rule.isStricter())
        .forEach(found::add);
    return found;
  }

  private static Anomaly.Cases anomalies(Timeline timeline, Unseen unseen) {
    Anomaly.Cases anomalies = new Anomaly.Cases();
    new ReadRules(anomalies).check(timeline);
    new LogRules(anomalies).check(timeline);
    unseen.report(anomalies);
    new PollRules(anomalies, timeline).check();
    new SendRules(anomalies, timeline).check();
    return anomalies;
  }

  private static Map<String, Object> byType(Anomaly.Cases anomalies, Unseen unseen) {
    Map<String, Object> byType = new TreeMap<>();
    for (Anomaly.Type type : anomalies.types()) {
      List<Object> worst = new ArrayList<>();
      anomalies.worst(type).forEach(anomaly -> worst.add(anomaly.toEdn()));
      byType.put(
          type.rule.name(),
          type == UNSEEN ? unseen.toEdn() : counted(anomalies.count(type), worst));
      if (type == G1C_REALTIME) {
        byType.put(CYCLE_EXISTS, counted(anomalies.count(type), List.of()));
      }
    }
    return byType;
  }

  private static Map<Keyword, Object> counted(long count, List<Object> errors) {
    return Edn.map("count", count, "errs", new Seq(errors));
  }

  /** The different errors of sends and polls of unknown outcome. */
  private static Seq infoCauses(Timeline timeline) {
    return new Seq(
        timeline.events().stream()
            .filter(event -> event.completion().type() == OpType.INFO)
            .filter(event -> !(event.what() instanceof Assign))
            .map(event -> event.completion().error())
            .distinct()
            .limit(Anomaly.LIST_MAX)
            .toList());
  }
}
