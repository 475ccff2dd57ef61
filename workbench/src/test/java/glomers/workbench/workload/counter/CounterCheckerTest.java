package glomers.workbench.workload.counter;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterCheckerTest {
  private static final Keyword TIMEOUT = Keyword.of("net-timeout");

  private static Result check(HistoryBuilder history) {
    return new CounterChecker(List.of("n0", "n1")).check(history.build());
  }

  /** Adds 3 and 4, which are acknowledged, and 2, of unknown outcome. */
  private static HistoryBuilder threeAdds() {
    return new HistoryBuilder()
        .call(0, "add", 3L, 3L)
        .call(1, "add", 4L, 4L)
        .invoke(2, "add", 2L)
        .info(2, TIMEOUT)
        .finalPhase();
  }

  @Test
  void acceptsSumsWithAndWithoutUnknownAdds() {
    Result result = check(threeAdds().call(0, "read", null, 7L).call(1, "read", null, 9L));
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(Edn.print(result.toEdn()))
        .isEqualTo("{:valid? true, :errors nil, :final-reads (7 9), :acceptable ([7 7] [9 9])}");
  }

  @Test
  void refusesAnyOtherFinalRead() {
    Result result = check(threeAdds().call(0, "read", null, 8L).call(1, "read", null, 9L));
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(Edn.print(result.details().get("errors")))
        .contains(":type :ok", ":value 8", ":final? true", ":node \"n0\"")
        .doesNotContain(":value 9");
    assertThat(result.findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "The final read of n0 at 0.007 s returned 8, but the sum of the acknowledged adds is 7;"
                + " with the add of unknown outcome it may be 7, or 9.");
  }

  @Test
  void failedAddsDoNotCount() {
    HistoryBuilder history =
        new HistoryBuilder()
            .invoke(0, "add", 3L)
            .fail(0, "no")
            .finalPhase()
            .call(1, "read", null, 3L);
    assertThat(check(history).validity()).isEqualTo(Validity.INVALID);
  }

  @Test
  void readsBeforeTheEndNeedNotAgree() {
    HistoryBuilder history =
        new HistoryBuilder()
            .call(0, "add", 3L, 3L)
            .call(1, "read", null, 0L)
            .call(1, "add", -2L, -2L)
            .call(1, "read", null, -2L)
            .call(0, "read", null, 3L)
            .finalPhase()
            .call(0, "read", null, 1L)
            .call(1, "read", null, 1L);
    assertThat(check(history).validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void readsBeforeTheEndLieBetweenTheExtremes() {
    HistoryBuilder history =
        new HistoryBuilder()
            .call(0, "add", 3L, 3L)
            .call(0, "add", -2L, -2L)
            .call(1, "read", null, 4L)
            .call(1, "read", null, -3L)
            .finalPhase()
            .call(0, "read", null, 1L)
            .call(1, "read", null, 1L);
    Result result = check(history);
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.details()).containsEntry("errors", null).containsEntry("impossible-count", 2);
    assertThat(result.findings())
        .extracting(Finding::sentence)
        .contains(
            "The read of n1 at 0.005 s returned 4; of the adds that had begun by then, the negative"
                + " ones sum up to -2 and the positive ones to 3.");
    assertThat(result.findings()).allMatch(finding -> finding.isStricter());
  }

  @Test
  void readMustNotSeeLaterAdds() {
    HistoryBuilder history =
        new HistoryBuilder()
            .call(1, "read", null, 3L)
            .call(0, "add", 3L, 3L)
            .finalPhase()
            .call(0, "read", null, 3L)
            .call(1, "read", null, 3L);
    assertThat(check(history).details()).containsKey("impossible");
  }

  @Test
  void nodeWithoutFinalReadIsUnknown() {
    Result result =
        check(threeAdds().call(0, "read", null, 7L).invoke(1, "read", null).info(1, TIMEOUT));
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(result.details()).containsEntry("no-final-read", List.of("n1"));
  }

  @Test
  void withoutFinalPhaseNothingIsWrong() {
    assertThat(check(new HistoryBuilder().call(0, "add", 3L, 3L)).validity())
        .isEqualTo(Validity.VALID);
  }
}
