package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    return new AgreementChecker().check(history.build());
  }

  @Test
  void earlierReadsMayDiffer() {
    history.call(0, "read", null, 1L).call(1, "read", null, 2L);
    history.finalPhase().call(0, "read", null, 3L).call(1, "read", null, 3L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void orderOfElementsDoesNotCount() {
    history.finalPhase();
    history.call(0, "read", null, List.of(1L, 2L)).call(1, "read", null, List.of(2L, 1L));
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void finalReadsMustBeTheSame() {
    history.finalPhase().call(0, "read", null, 3L).call(1, "read", null, 4L);
    assertThat(check().findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.sentence()).isEqualTo("In the end n0 reads 3, and n1 reads 4."));
  }
}
