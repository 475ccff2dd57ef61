package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AvailabilityCheckerTest {
  private static String check(OptionalDouble required, int ok, int failed) {
    return Edn.print(new AvailabilityChecker(required).check(history(ok, failed)).toEdn());
  }

  private static History history(int ok, int failed) {
    HistoryBuilder history = new HistoryBuilder().nemesis("start-partition", null);
    for (int i = 0; i < ok; i++) {
      history.invoke(0, "read", null).ok(0);
    }
    for (int i = 0; i < failed; i++) {
      history.invoke(0, "read", null).fail(0, "no");
    }
    return history.build();
  }

  @Test
  void withoutARequirementAnyFractionWillDo() {
    assertThat(check(OptionalDouble.empty(), 0, 3)).isEqualTo("{:valid? true, :ok-fraction 0.0}");
    assertThat(check(OptionalDouble.empty(), 2, 1))
        .isEqualTo("{:valid? true, :ok-fraction 0.6666667}");
  }

  @Test
  void totalAvailabilityMeansEveryOperation() {
    OptionalDouble total = OptionalDouble.of(1);
    assertThat(check(total, 3, 0)).isEqualTo("{:valid? true, :ok-fraction 1.0}");
    assertThat(check(total, 999, 1)).isEqualTo("{:valid? false, :ok-fraction 0.999}");
  }

  @Test
  void aFractionIsALowerBound() {
    OptionalDouble half = OptionalDouble.of(0.5);
    assertThat(check(half, 1, 1)).startsWith("{:valid? true");
    assertThat(check(half, 1, 2)).startsWith("{:valid? false");
  }

  @Test
  void comparesFractionAsShownFloat() {
    assertThat(check(OptionalDouble.of(0.9), 9, 1)).isEqualTo("{:valid? false, :ok-fraction 0.9}");
  }

  @Test
  void nothingInvokedIsAllAvailable() {
    assertThat(check(OptionalDouble.of(1), 0, 0)).isEqualTo("{:valid? true, :ok-fraction 1}");
  }
}
