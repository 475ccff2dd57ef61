package glomers.workbench.workload.set;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that are Jepsen's own. */
class SetFullCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    return new SetFullChecker("broadcast", List.of("n0", "n1")).check(history.build());
  }

  private HistoryBuilder broadcast(int process, Object value) {
    return history.call(process, "broadcast", value, value);
  }

  private HistoryBuilder read(int process, Object... values) {
    return history.call(process, "read", null, Arrays.asList(values));
  }

  @Test
  void elementsInEveryLaterReadAreStable() {
    read(0);
    broadcast(0, 0L);
    broadcast(1, 1L);
    read(0, 0L, 1L);
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo(
            "{:valid? true, :attempt-count 2, :stable-count 2, :lost-count 0, :lost (),"
                + " :never-read-count 0, :never-read (), :stale-count 0, :stale (),"
                + " :worst-stale (), :stable-latencies {0 0, 0.5 0, 0.95 0, 0.99 0, 1 0},"
                + " :duplicated-count 0, :duplicated {}}");
  }

  @Test
  void lateElementIsStaleUntilLastMissingRead() {
    broadcast(0, 7L); // known at 1 ms
    history.at(20);
    read(1);
    history.at(30);
    read(1, 7L);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(Edn.print(result.details().get("stable-latencies")))
        .isEqualTo("{0 19, 0.5 19, 0.95 19, 0.99 19, 1 19}");
    assertThat(Edn.print(result.details().get("stale"))).isEqualTo("(7)");
    assertThat(Edn.print(result.details().get("worst-stale")))
        .isEqualTo(
            "({:element 7, :outcome :stable, :stable-latency 19, :lost-latency nil,"
                + " :known {:process 0, :type :ok, :f :broadcast, :value 7, :node \"n0\","
                + " :index 1, :time 1000000},"
                + " :last-absent {:process 1, :type :invoke, :f :read, :value nil, :node \"n1\","
                + " :index 2, :time 20000000}})");
  }

  @Test
  void elementThatVanishesIsLost() {
    broadcast(0, 7L); // known at 1 ms
    history.at(10);
    read(0, 7L);
    history.at(20);
    read(1);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.details()).containsEntry("lost-count", 1);
    assertThat(Edn.print(result.details().get("lost"))).isEqualTo("(7)");
    assertThat(Edn.print(result.details().get("lost-latencies")))
        .isEqualTo("{0 9, 0.5 9, 0.95 9, 0.99 9, 1 9}");
    assertThat(result.details()).doesNotContainKey("stable-latencies");
  }

  @Test
  void acknowledgedElementNeverSeenIsLost() {
    broadcast(0, 7L);
    read(0);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(Edn.print(result.details().get("lost-latencies"))).startsWith("{0 0,");
  }

  @Test
  void earlierReadMayMissElement() {
    history.invoke(1, "read", null);
    broadcast(0, 7L);
    history.ok(1, List.of());
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(Edn.print(result.details().get("never-read"))).isEqualTo("(7)");
  }

  @Test
  void newestReadIsTheOneThatBeganLast() {
    broadcast(0, 7L);
    history.invoke(0, "read", null).invoke(1, "read", null);
    history.ok(1, List.of(7L)).ok(0, List.of());
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void indefiniteAddCountsOnceSeen() {
    history.invoke(0, "broadcast", 7L).info(0, "timeout");
    read(0, 7L);
    assertThat(check().details()).containsEntry("stable-count", 1);
    read(0);
    assertThat(check().details()).containsEntry("lost-count", 1);
  }

  @Test
  void addsThatNobodyConfirmedMayBeMissing() {
    broadcast(0, 1L);
    history.invoke(0, "broadcast", 2L).info(0, "timeout").invoke(1, "broadcast", 3L).fail(1, "no");
    history.invoke(1, "broadcast", 4L);
    read(0, 1L);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(Edn.print(result.details().get("never-read"))).isEqualTo("(2 3 4)");
  }

  @Test
  void readsThatDidNotSucceedTellNothing() {
    broadcast(0, 1L);
    read(0, 1L);
    history.invoke(0, "read", null).fail(0, "timeout").invoke(0, "read", null);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void nothingStableIsUnknown() {
    assertThat(check().validity()).isEqualTo(Validity.UNKNOWN);
    read(0);
    assertThat(check().validity()).isEqualTo(Validity.UNKNOWN);
  }

  @Test
  void theEightWorstOfTheStaleAreShown() {
    for (long i = 0; i < 10; i++) {
      broadcast(0, i); // known at 2 i + 1 ms
    }
    read(0); // begins at 20 ms
    read(0, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(check().details()).containsEntry("stale-count", 10);
    assertThat(Edn.print(check().details().get("worst-stale")))
        .matches(".*:element 0, :outcome :stable, :stable-latency 19,.*:stable-latency 5,.*")
        .doesNotContain(":element 8")
        .doesNotContain(":element 9");
  }

  @Test
  void sortsElementsOfAnyTypes() {
    broadcast(0, "b");
    broadcast(0, 5);
    broadcast(0, List.of(1L));
    read(0, 5L, List.of(1L), "b");
    read(0);
    Result result = check();
    assertThat(Edn.print(result.details().get("lost"))).isEqualTo("(5 \"b\" [1])");
  }

  @Test
  void readWithoutListIsEmpty() {
    broadcast(0, 1L);
    history.call(0, "read", null, null).call(0, "read", null, "1");
    assertThat(check().details()).containsEntry("lost-count", 1);
  }
}
