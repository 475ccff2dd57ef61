package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalReadRuleTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    Result.Builder result = Result.builder();
    FinalReadRule.check(history.build(), List.of("n0", "n1", "n2"), result);
    return result.build();
  }

  @Test
  void theVerdictIsUnknownIfANodeHasAnsweredNone() {
    history.invoke(0, "read", null).ok(0).invoke(1, "read", null).ok(1).finalPhase();
    history.invoke(1, "read", null).ok(1).invoke(2, "read", null).fail(2, "no");
    history.invoke(0, "add", 1).ok(0);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(result.details())
        .containsEntry("no-final-read-count", 2)
        .containsEntry("no-final-read", List.of("n0", "n2"));
    assertThat(result.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence()).isEqualTo("No final read succeeded on n0, n2.");
              assertThat(finding.nodes()).containsExactly("n0", "n2");
            });
  }

  @Test
  void nothingIsFoundIfEachNodeHasAnsweredOne() {
    history.finalPhase();
    history.invoke(0, "read", null).fail(0, "no").invoke(0, "read", null).ok(0);
    history.invoke(1, "read", null).ok(1).invoke(2, "read", null).ok(2);
    assertThat(check().details()).isEmpty();
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void nothingIsFoundIfTheFinalPhaseWasNotReached() {
    history.invoke(0, "read", null).ok(0);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }
}
