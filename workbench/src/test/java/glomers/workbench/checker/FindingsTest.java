package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Rule LOST = Rule.of("lost", "nothing is lost");
  private static final Rule STALE = Rule.of("stale", "reads are fresh");
  private static final Rule MISSING = Rule.stricter("missing", "all nodes have all values");

  @Test
  void putsMaelstromsRulesBeforeStricterOnesAndShowsEachKindFirst() {
    Result result =
        Result.builder()
            .finding(Finding.unknown(STALE, "unknown"))
            .finding(Finding.invalid(MISSING, "missing 1"))
            .finding(Finding.invalid(LOST, "lost 1"))
            .finding(Finding.invalid(LOST, "lost 2"))
            .finding(Finding.invalid(STALE, "stale 1"))
            .finding(Finding.invalid(MISSING, "missing 2"))
            .build();
    assertThat(result.findings())
        .extracting(Finding::sentence)
        .containsExactly("lost 1", "stale 1", "lost 2", "missing 1", "missing 2", "unknown");
  }

  @Test
  void showsOneOfEachRuleBeforeTheSecondOfAny() {
    Result result =
        Result.builder()
            .finding(Finding.invalid(LOST, "lost 1"))
            .finding(Finding.invalid(LOST, "lost 2"))
            .finding(Finding.invalid(STALE, "stale 1"))
            .build();
    assertThat(result.findings())
        .extracting(Finding::sentence)
        .containsExactly("lost 1", "stale 1", "lost 2");
  }

  @Test
  void shortensLongListsAndCountsWhatIsLeft() {
    List<Finding> cases =
        IntStream.range(0, 12).mapToObj(i -> Finding.invalid(LOST, "value " + i)).toList();
    assertThat(Findings.text(cases)).isEqualTo(" 1. lost: 12 cases; the first: value 0\n");
    List<Finding> rules =
        IntStream.range(0, 12)
            .mapToObj(i -> Finding.invalid(Rule.of("rule" + i, "all is well"), "not so"))
            .toList();
    assertThat(Findings.text(rules))
        .contains("10. rule9: not so")
        .endsWith("    … and 2 more rules\n")
        .doesNotContain("rule10");
    assertThat(Findings.text(List.of())).isEmpty();
  }

  @Test
  void saysWhatMaelstromMakesOfIt() {
    Result stricter = Result.builder().finding(Finding.invalid(MISSING, "no 5")).build();
    assertThat(stricter.validity()).isEqualTo(Validity.INVALID);
    assertThat(Findings.text(stricter.findings()))
        .contains("missing (stricter: Maelstrom lets this pass): no 5");
    assertThat(Findings.maelstromsVerdict(stricter))
        .contains("Maelstrom would call this run valid: no rule above is one of its own.");
    assertThat(Findings.advice(stricter)).isEmpty();

    Result theirs = stricter.by(Rules.MAELSTROM);
    assertThat(theirs.validity()).isEqualTo(Validity.VALID);
    assertThat(theirs.findings()).isEmpty();
    assertThat(Findings.advice(theirs)).startsWith("Advice (by stricter rules").contains("no 5");
    assertThat(theirs.by(Rules.STRICT)).isEqualTo(stricter);
  }

  @Test
  void aRuleOfBothIsNoAdvice() {
    Result both =
        Result.builder()
            .finding(Finding.invalid(MISSING, "no 5"))
            .finding(Finding.invalid(LOST, "no 6"))
            .build();
    assertThat(Findings.maelstromsVerdict(both)).isEmpty();
    assertThat(both.by(Rules.MAELSTROM).validity()).isEqualTo(Validity.INVALID);
    assertThat(both.by(Rules.MAELSTROM).findings()).hasSize(1);
    assertThat(both.by(Rules.MAELSTROM).advice()).hasSize(1);
  }

  @Test
  void whatMaelstromGivesNoVerdictOnIsUnknownToIt() {
    Result result =
        Result.builder().finding(Finding.invalid(LOST, "no 6")).unknownToMaelstrom().build();
    assertThat(result.validity(Rules.MAELSTROM)).isEqualTo(Validity.UNKNOWN);
    assertThat(Findings.text(result.findings()))
        .contains("(stricter: Maelstrom comes to no verdict)");
    assertThat(Findings.maelstromsVerdict(result).orElseThrow())
        .startsWith("Maelstrom would call this run unknown");
  }

  @Test
  void whatOnlyMaelstromObjectsToIsNoFindingHere() {
    Result result =
        Result.builder().finding(Finding.invalid(LOST, "no 6").onlyInMaelstrom()).build();
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(result.findings()).isEmpty();
    assertThat(result.by(Rules.MAELSTROM).validity()).isEqualTo(Validity.INVALID);
    assertThat(result.by(Rules.MAELSTROM).findings()).hasSize(1);
    assertThat(Findings.maelstromsVerdict(result).orElseThrow())
        .startsWith("Maelstrom would call this run invalid");
  }

  @Test
  void resultsWithinAreJudgedByTheSameRules() {
    Checker missing = history -> Result.builder().finding(Finding.invalid(MISSING, "no 5")).build();
    Result all = Checker.compose(Map.of("workload", missing)).check(new History());
    assertThat(Edn.print(all.by(Rules.MAELSTROM).toEdn()))
        .startsWith("{:workload {:valid? true, :broken-rules [")
        .endsWith(":valid? true}");
  }

  @Test
  void countsAlsoCasesWithoutAFindingOfTheirOwn() {
    Rule lost = LOST.withCases("values were lost");
    List<Integer> values = IntStream.range(0, 2_000).boxed().toList();
    Result result =
        Result.builder()
            .findings(values, 3, value -> Finding.invalid(lost, "value " + value))
            .build();
    assertThat(result.findings()).hasSize(3);
    assertThat(Findings.text(result.findings()))
        .isEqualTo(" 1. lost: 2,000 values were lost; the first: value 0\n");
  }
}
