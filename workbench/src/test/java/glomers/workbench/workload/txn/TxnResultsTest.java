package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.DataType.LIST_APPEND;
import static glomers.workbench.workload.txn.DataType.RW_REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.simulation.GoldenTrace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a user is shown of each anomaly: the results and the findings, word for word, as approved.
 */
class TxnResultsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int WIDTH = 100;

  /** What final reads show, and what can't be judged. */
  private static final List<Specimen> OTHERS =
      List.of(
          new Specimen(
              AnomalyType.DIVERGENT_FINAL_READS,
              RW_REGISTER,
              "0 ok w0=1\n--\n1 ok r0=1 w0=2\nfinal\n0 ok r0=1\n1 ok r0=2"),
          new Specimen(
              AnomalyType.DIVERGENT_FINAL_READS,
              LIST_APPEND,
              "0 ok a0=1\n--\n1 ok a0=2\nfinal\n0 ok r0=1\n1 ok r0=1,2"),
          new Specimen(
              AnomalyType.LOST_WRITE,
              RW_REGISTER,
              "0 ok w0=1\n1 info w1=1\nfinal\n0 ok r0=nil r1=nil\n1 ok r0=nil r1=nil"),
          new Specimen(
              AnomalyType.LOST_WRITE,
              LIST_APPEND,
              "0 ok a0=1\n--\n1 ok a0=2\n0 info a0=3\nfinal\n0 ok r0=2\n1 ok r0=2"),
          new Specimen(AnomalyType.PHANTOM, RW_REGISTER, "0 ok w0=1\n--\n0 ok r0=1\n1 ok r0=7"),
          new Specimen(AnomalyType.PHANTOM, LIST_APPEND, "0 ok a0=1\n--\n0 ok r0=1\n1 ok r0=1,7"),
          new Specimen(
              AnomalyType.EMPTY_TRANSACTION_GRAPH,
              RW_REGISTER,
              "0 ok r0=nil\nfinal\n0 ok r0=nil\n1 ok r0=nil"),
          new Specimen(AnomalyType.EMPTY_TRANSACTION_GRAPH, LIST_APPEND, "0 ok a0=1"),
          new Specimen(
              AnomalyType.EMPTY_TRANSACTION_GRAPH,
              LIST_APPEND,
              "0 ok a0=1 a1=1\nfinal\n0 ok r0=1\n1 ok r1=1"));

  private final StringBuilder text = new StringBuilder();

  @Test
  void resultsAndFindingsAreThoseApproved() {
    Specimen.ALL.forEach(specimen -> show(specimen, specimen.weakestModels().get(0), LIMIT));
    OTHERS.forEach(specimen -> show(specimen, ConsistencyModel.SERIALIZABLE, LIMIT));
    Specimen cycle =
        new Specimen(
            AnomalyType.CYCLE_SEARCH_TIMEOUT, LIST_APPEND, "0 ok a0=1 r1=1\n1 ok a1=1 r0=1");
    show(cycle, ConsistencyModel.SERIALIZABLE, Duration.ZERO);
    Specimen onlyTime =
        new Specimen(
            AnomalyType.EMPTY_TRANSACTION_GRAPH, LIST_APPEND, "0 ok r0=nil\n--\n1 ok r1=nil");
    show(onlyTime, ConsistencyModel.STRICT_SERIALIZABLE, LIMIT);
    GoldenTrace.assertMatches(Path.of("src/test/resources/results/txn.txt"), text.toString());
  }

  @Test
  void modelsThatFollowFromTheWeakestAreNamedApart() {
    Result result =
        new TxnChecker(LIST_APPEND, List.of(ConsistencyModel.SERIALIZABLE), List.of(), LIMIT)
            .check(TxnNotation.of(LIST_APPEND, "0 ok r0=nil r1=nil a0=1\n1 ok r0=nil r1=nil a1=1"));
    assertThat(Edn.print(result.details().get("not"))).isEqualTo("#{:repeatable-read}");
    assertThat(Edn.print(result.details().get("also-not")))
        .isEqualTo("#{:serializable :strong-serializable :strong-session-serializable}");
  }

  @Test
  void ifSomethingIsProhibitedWhatIsAllowedRulesOutModelsToo() {
    String skew = "8 ok r7=nil r8=nil a7=1\n9 ok r7=nil r8=nil a8=1\n--\n";
    assertThat(modelsRuledOut(skew)).isNull();
    assertThat(modelsRuledOut(skew + "0 ok a0=1 r0=nil"))
        .isEqualTo("#{:read-atomic :repeatable-read}");
  }

  private static String modelsRuledOut(String history) {
    Result result =
        new TxnChecker(LIST_APPEND, List.of(ConsistencyModel.READ_ATOMIC), List.of(), LIMIT)
            .check(TxnNotation.of(LIST_APPEND, history));
    return result.findings().isEmpty() ? null : Edn.print(result.details().get("not"));
  }

  private void show(Specimen specimen, ConsistencyModel model, Duration limit) {
    Result result = specimen.check(model, limit);
    text.append("== ").append(specimen).append(" (").append(model.friendlyName()).append(")\n");
    Map<Keyword, Object> edn = new LinkedHashMap<>(result.toEdn());
    edn.remove(Keyword.of("also-not")); // follows from :not
    text.append(Edn.pretty(edn, WIDTH)).append('\n');
    result.findings().forEach(this::show);
    text.append('\n');
  }

  private void show(Finding finding) {
    text.append("-- ").append(finding.rule().name()).append(", ").append(finding.validity());
    text.append(", nodes ").append(finding.nodes()).append(", entries ");
    text.append(finding.ops().stream().map(Op::index).toList());
    text.append(", values ").append(Edn.print(finding.values())).append('\n');
    text.append(finding.isStricter() ? "   stricter: " : "   rule: ");
    text.append(finding.rule().text()).append('\n');
    text.append("   ").append(finding.sentence()).append('\n');
    finding.exhibit().ifPresent(this::show);
  }

  private void show(Exhibit exhibit) {
    for (Exhibit.Named txn : ((Exhibit.Transactions) exhibit).named()) {
      text.append("   ").append(txn.name()).append("  ").append(txn.text()).append('\n');
    }
    for (Exhibit.Edge edge : ((Exhibit.Transactions) exhibit).edges()) {
      text.append("   ").append(edge.from().index()).append(" -> ").append(edge.to().index());
      text.append(' ').append((edge.kind() + " " + edge.label()).strip()).append('\n');
    }
  }
}
