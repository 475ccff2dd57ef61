package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import org.junit.jupiter.api.Test;

class PerfCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private String check(double requested, double achieved) {
    return Edn.print(new PerfChecker(requested, achieved).check(history.build()).toEdn());
  }

  @Test
  void latenciesAreThoseOfSuccessfulOperationsInMilliseconds() {
    history.invoke(0, "read", null).at(30).ok(0).invoke(0, "add", 1).at(100).ok(0);
    history.invoke(0, "read", null).at(900).fail(0, "no").invoke(0, "read", null).info(0, "?");
    history.nemesis("start-partition", null);
    assertThat(check(10, 9.987))
        .isEqualTo(
            "{:valid? true, :latencies-ms"
                + " {:add {0 69.0, 0.5 69.0, 0.95 69.0, 0.99 69.0, 1 69.0},"
                + " :read {0 30.0, 0.5 30.0, 0.95 30.0, 0.99 30.0, 1 30.0}},"
                + " :rate {:requested 10.0, :achieved 9.99}}");
  }

  @Test
  void withoutOperationsThereAreNoLatencies() {
    assertThat(check(5, 0))
        .isEqualTo("{:valid? true, :latencies-ms {}, :rate {:requested 5.0, :achieved 0.0}}");
  }
}
