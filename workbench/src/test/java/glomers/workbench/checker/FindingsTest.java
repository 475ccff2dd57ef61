package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    List<Finding> findings =
        IntStream.range(0, 12).mapToObj(i -> Finding.invalid(LOST, "value " + i)).toList();
    assertThat(Findings.text(findings))
        .startsWith(String.format(" 1. lost: value 0%n"))
        .contains("10. lost: value 9")
        .endsWith("    … and 2 more\n")
        .doesNotContain("value 10");
    assertThat(Findings.text(List.of())).isEmpty();
  }
}
