package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatsCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    return new StatsChecker().check(history.build());
  }

  @Test
  void countsOperationsInAllAndByFunction() {
    history.nemesis("start-partition", null).invoke(0, "read", null).ok(0);
    history.invoke(0, "read", null).fail(0, "no").invoke(0, "broadcast", 1).info(0, "?");
    history.invoke(1, "broadcast", 2).ok(1).invoke(1, "broadcast", 3);
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo(
            "{:valid? true, :count 4, :ok-count 2, :fail-count 1, :info-count 1, :by-f {"
                + ":broadcast {:valid? true, :count 2, :ok-count 1, :fail-count 0, :info-count 1},"
                + " :read {:valid? true, :count 2, :ok-count 1, :fail-count 1, :info-count 0}}}");
  }

  @Test
  void aFunctionThatNeverSucceedsIsInvalid() {
    history.invoke(0, "read", null).ok(0).invoke(0, "broadcast", 1).info(0, "?");
    assertThat(check().validity()).isEqualTo(Validity.INVALID);
    assertThat(Edn.print(check().details().get("by-f"))).contains(":broadcast {:valid? false,");
  }

  @Test
  void saysHowTheFirstOperationEnded() {
    history.invoke(0, "read", null).info(0, Keyword.of("net-timeout"));
    history.invoke(1, "broadcast", 1).fail(1, List.of(Keyword.of("abort"), "not today"));
    history.invoke(1, "broadcast", 2).fail(1, "?");
    assertThat(check().findings())
        .extracting(Finding::sentence)
        .containsExactly(
            "None of the 2 broadcast operations was ok: the first failed with the error abort: not"
                + " today (n1 at 0.002 s).",
            "The only read operation was not ok: it waited in vain for an answer (n0 at 0.000 s).");
  }

  @Test
  void someFunctionsAreMeantToFail() {
    history.invoke(0, "send", null).ok(0).invoke(0, "crash", null).info(0, "?");
    history.invoke(1, "debug-topic-partitions", null).fail(1, "?");
    assertThat(check().validity()).isEqualTo(Validity.VALID);
    assertThat(Edn.print(check().details().get("by-f"))).contains(":crash {:valid? false,");
  }

  @Test
  void noOperationIsUnknown() {
    assertThat(Edn.print(check().toEdn()))
        .startsWith(
            "{:valid? :unknown, :count 0, :ok-count 0, :fail-count 0, :info-count 0, :by-f {}");
  }
}
