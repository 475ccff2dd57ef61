package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One specimen of each anomaly, at the models where it is first caught and those just below. */
class AnomalyZooTest {
  private static final List<Specimen> SPECIMENS = Specimen.ALL;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static List<String> types(Result result) {
    return ((Seq) result.details().get("anomaly-types"))
        .values().stream().map(type -> ((Keyword) type).name()).toList();
  }

  @ParameterizedTest
  @FieldSource("SPECIMENS")
  @DisplayName("invalid under the weakest models that prohibit it, valid under those below")
  void isCaughtFirstWhereItIsProhibited(Specimen specimen) {
    List<ConsistencyModel> weakest = specimen.weakestModels();
    assertThat(weakest).isNotEmpty();
    for (ConsistencyModel model : weakest) {
      Result result = specimen.check(model, LIMIT);
      assertThat(result.validity()).as("%s", model).isEqualTo(Validity.INVALID);
      assertThat(types(result)).contains(specimen.type().rule.name());
      assertThat(result.findings())
          .anySatisfy(
              finding -> {
                assertThat(finding.rule().name()).isEqualTo(specimen.type().rule.name());
                assertThat(finding.sentence()).matches("[A-Z0-9].*\\.");
              });
      for (ConsistencyModel weaker : model.directlyWeaker()) {
        Result below = specimen.check(weaker, LIMIT);
        assertThat(below.findings()).as("%s", weaker).isEmpty();
        assertThat(below.validity()).isEqualTo(Validity.VALID);
      }
    }
  }

  @Test
  void everyTypeOfTheModelsHasASpecimen() {
    Set<AnomalyType> missing = EnumSet.noneOf(AnomalyType.class);
    for (ConsistencyModel model : ConsistencyModel.values()) {
      missing.addAll(model.prohibited());
    }
    missing.removeIf(AnomalyType::isExistence);
    SPECIMENS.forEach(specimen -> missing.remove(specimen.type()));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = ".*_CYCLE_EXISTS", mode = EnumSource.Mode.MATCH_ALL)
  @DisplayName("without time to search, the existence of a cycle still rules its model out")
  void existenceOfACycleIsFoundWithoutSearch(AnomalyType type) {
    CycleLevel level =
        CycleLevel.ALL.stream().filter(each -> each.type() == type).findFirst().orElseThrow();
    Specimen specimen =
        SPECIMENS.stream()
            .filter(each -> CycleSpec.ALL.stream().anyMatch(spec -> spec.type() == each.type()))
            .filter(each -> each.weakestModels().contains(level.model()))
            .findFirst()
            .orElseThrow();
    Result result = specimen.check(level.model(), Duration.ZERO);
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(types(result)).contains(type.rule.name(), "cycle-search-timeout");
    assertThat(result.details().get("not"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.ITERABLE)
        .contains(Keyword.of(level.model().friendlyName()));
  }

  @Test
  void searchThatDoesNotEndIsUnknownIfNothingElseIsWrong() {
    Specimen skew =
        SPECIMENS.stream()
            .filter(each -> each.type() == AnomalyType.G_SINGLE_ITEM)
            .findFirst()
            .orElseThrow();
    Result result = skew.check(ConsistencyModel.CONSISTENT_VIEW, Duration.ZERO);
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(result.findings().get(0).sentence())
        .isEqualTo(
            "The search for G-single-item among 2 transactions did not end within 0.0 s; raise"
                + " --analysis-limit.");
  }

  @Test
  void transactionHasOneNameInAllFindings() {
    Result result =
        new TxnChecker(
                DataType.LIST_APPEND,
                List.of(ConsistencyModel.STRICT_SERIALIZABLE),
                List.of(),
                LIMIT)
            .check(
                TxnNotation.of(
                    DataType.LIST_APPEND,
                    "0 ok r0=nil a0=1\n1 ok r0=nil a0=2\n2 ok a1=1\n--\n3 ok r1=nil r0=1,2"));
    Map<Long, Set<String>> names = new TreeMap<>();
    result.findings().stream()
        .flatMap(finding -> finding.named().stream())
        .forEach(
            txn ->
                names
                    .computeIfAbsent(txn.begun().index(), none -> new TreeSet<>())
                    .add(txn.name()));
    assertThat(result.findings()).hasSizeGreaterThan(1);
    assertThat(names.values()).allMatch(each -> each.size() == 1).doesNotHaveDuplicates();
    assertThat(result.findings().get(0).sentence()).startsWith("T1 and T2 both read key 0");
  }

  @Test
  void orderInTimeIsToldInOneStep() {
    Finding finding =
        new TxnChecker(
                DataType.RW_REGISTER,
                List.of(ConsistencyModel.STRICT_SERIALIZABLE),
                List.of(),
                LIMIT)
            .check(
                TxnNotation.of(
                    DataType.RW_REGISTER,
                    "0 ok w0=1\n--\n1 ok w1=1\n--\n2 ok w1=2\n--\n3 ok r0=nil"))
            .findings()
            .get(0);
    assertThat(finding.sentence())
        .isEqualTo(
            "T1 did not see T2's write of 1 to key 0 (it saw nothing there), though that must have"
                + " come before T1: T2 had ended before T1 began.");
    assertThat(finding.named()).hasSize(2);
  }

  @Test
  void cyclesAreProvedInWords() {
    Specimen flow =
        SPECIMENS.stream()
            .filter(each -> each.type() == AnomalyType.G1C && each.data() == DataType.RW_REGISTER)
            .findFirst()
            .orElseThrow();
    Finding finding = flow.check(ConsistencyModel.READ_COMMITTED, LIMIT).findings().get(0);
    assertThat(finding.sentence())
        .isEqualTo(
            "T1 and T2 each saw the other: T2 saw T1's write of 1 to key 0, and T1 saw T2's write"
                + " of 1 to key 1. So neither of them can have come first.");
    assertThat(finding.lines())
        .containsExactly("T1  n0, 0.000 s  [w 0 1] [r 1 1]", "T2  n1, 0.001 s  [w 1 1] [r 0 1]");
    assertThat(finding.rule().promise())
        .isEqualTo(
            "read-committed (--consistency-models): a transaction sees only what others have"
                + " committed.");
  }
}
