package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Validity;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenRuleTest {
  private static final Rule LOST = Rule.of("lost", "no value may be lost");
  private static final Rule MISSING = Rule.stricter("missing", "each node must have each value");

  @Test
  void gathersCasesWithTheirNumbers() {
    List<BrokenRule> rules =
        BrokenRule.of(
            List.of(
                Finding.invalid(LOST, "1 is lost."),
                Finding.invalid(MISSING, "n1 lacks 2."),
                Finding.invalid(LOST, "3 is lost.")));
    assertThat(rules).extracting(rule -> rule.rule().name()).containsExactly("lost", "missing");
    assertThat(rules.get(0).cases()).extracting(BrokenRule.Case::number).containsExactly(1, 3);
    assertThat(rules.get(0).first().sentence()).isEqualTo("1 is lost.");
  }

  @Test
  void saysWhoseRuleItIs() {
    List<BrokenRule> rules =
        BrokenRule.of(
            List.of(
                Finding.invalid(LOST, ""),
                Finding.invalid(MISSING, ""),
                Finding.invalid(MISSING, "").inMaelstrom(Validity.UNKNOWN)));
    assertThat(rules)
        .extracting(BrokenRule::origin)
        .containsExactly(
            "Maelstrom's rule",
            "stricter than Maelstrom, which lets this pass",
            "stricter than Maelstrom, which comes to no verdict");
  }
}
