package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.network.NetworkStats;
import glomers.workbench.network.Sent;
import org.junit.jupiter.api.Test;

class FinalPhaseCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();
  private final NetworkStats stats = new NetworkStats();

  @Test
  void countsWhatBelongsToTheFinalPhaseOnly() {
    history.invoke(0, "txn", null).ok(0).invoke(0, "txn", null).fail(0, "no").finalPhase();
    history.invoke(0, "txn", null).ok(0).invoke(0, "txn", null).ok(0).invoke(1, "txn", null);
    history.fail(1, "no").invoke(1, "txn", null).info(1, "?").invoke(1, "txn", null).info(1, "?");
    history.invoke(1, "txn", null).ok(1).invoke(1, "txn", null).nemesis("stop-partition", null);
    stats.sent(0, Sent.message("c0", "n0", 0));
    stats.sent(1, Sent.message("c0", "n0", 0));
    stats.received(0, Sent.message("c0", "n0", 0), 0);
    stats.sent(2, Sent.message("n0", "n1", 0));
    Result result = new FinalPhaseChecker(stats).check(history.build());
    assertThat(Edn.print(result.toEdn()))
        .isEqualTo(
            "{:valid? true, :count 6, :ok-count 3, :fail-count 1, :info-count 2,"
                + " :net {:clients {:send-count 2, :recv-count 1},"
                + " :servers {:send-count 1, :recv-count 0}}}");
  }
}
