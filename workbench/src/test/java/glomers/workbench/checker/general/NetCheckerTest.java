package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.network.NetworkStats;
import glomers.workbench.network.Sent;
import org.junit.jupiter.api.Test;

class NetCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();
  private final NetworkStats stats = new NetworkStats();

  private void sent(String src, String dest, int times) {
    for (int i = 0; i < times; i++) {
      stats.sent(i, Sent.message(src, dest, 0));
    }
  }

  private void received(String src, String dest, int times) {
    for (int i = 0; i < times; i++) {
      stats.received(i, Sent.message(src, dest, 0), 0);
    }
  }

  private Result check() {
    return new NetChecker(stats).check(history.build());
  }

  @Test
  void dividesMessagesByOperationsThatBegan() {
    history.invoke(0, "read", null).ok(0).invoke(0, "add", 1).info(0, "?");
    history.nemesis("start-partition", null).invoke(1, "add", 2).fail(1, "no").invoke(1, "add", 3);
    sent("c0", "n0", 3);
    received("c0", "n0", 2);
    sent("n0", "n1", 6);
    received("n0", "n1", 5);
    Result result = check();
    assertThat(Edn.print(result.toEdn()))
        .isEqualTo(
            "{:all {:send-count 9, :recv-count 7, :msg-count 9, :msgs-per-op 2.25},"
                + " :clients {:send-count 3, :recv-count 2, :msg-count 3},"
                + " :servers {:send-count 6, :recv-count 5, :msg-count 6, :msgs-per-op 1.5},"
                + " :valid? true}");
    assertThat(result.figures()).containsEntry("server messages per operation", 1.5);
  }

  @Test
  void withoutOperationsThereIsNothingToDivideBy() {
    sent("n0", "n1", 6);
    Result result = check();
    assertThat(Edn.print(result.toEdn())).doesNotContain("msgs-per-op");
    assertThat(result.figures()).containsEntry("server messages per operation", 0.0);
  }
}
