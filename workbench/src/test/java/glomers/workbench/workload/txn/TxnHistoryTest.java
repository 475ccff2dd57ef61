package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.edn.EdnReader;
import glomers.workbench.history.HistoryBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a reply is one to its request. */
class TxnHistoryTest {
  private static final String REQUEST = "[[:append 0 1] [:r 1 nil]]";

  private static Result check(String reply) {
    HistoryBuilder history = new HistoryBuilder();
    history.call(
        0, "txn", MicroOps.of(EdnReader.read(REQUEST)), MicroOps.of(EdnReader.read(reply)));
    return new TxnChecker(
            DataType.LIST_APPEND,
            List.of(ConsistencyModel.READ_UNCOMMITTED),
            List.of(),
            Duration.ofSeconds(30))
        .check(history.build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[:append 0 1]]",
        "[[:append 0 1] [:r 1 []] [:r 2 []]]",
        "[[:r 0 [1]] [:r 1 []]]",
        "[[:append 2 1] [:r 1 []]]",
        "[[:append 0 1] [:r 0 [1]]]",
        "[[:append 0 2] [:r 1 []]]",
        "[[:r 1 []] [:append 0 1]]"
      })
  void anotherTransactionIsNoReply(String reply) {
    assertThat(check(reply).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.rule().name()).isEqualTo("mismatched-reply");
              assertThat(finding.sentence())
                  .isEqualTo(
                      "The request "
                          + plain(REQUEST)
                          + " was answered with "
                          + plain(reply)
                          + " by n0; only the values of reads may differ.");
              assertThat(finding.ops()).hasSize(2);
              assertThat(finding.nodes()).containsExactly("n0");
            });
  }

  private static String plain(String edn) {
    return edn.replace(":", "").replace("nil", "null");
  }

  @Test
  void onlyTheValuesOfReadsMayDiffer() {
    assertThat(check("[[:append 0 1] [:r 1 nil]]").findings())
        .extracting(finding -> finding.rule().name())
        .doesNotContain("mismatched-reply");
  }
}
