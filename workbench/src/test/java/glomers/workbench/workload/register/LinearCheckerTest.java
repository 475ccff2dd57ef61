package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.history.Op;
import glomers.workbench.time.Deadline;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearCheckerTest {
  private static final List<Object> ABSENT = List.of(Keyword.of("key-does-not-exist"), "no");
  private static final List<Object> DIFFERS = List.of(Keyword.of("precondition-failed"), "no");
  private static final Keyword TIMEOUT = Keyword.of("net-timeout");

  private static LinKvOp read(long key, Object value) {
    return new LinKvOp.Read(key, value);
  }

  private static LinKvOp write(long key, long value) {
    return new LinKvOp.Write(key, value);
  }

  private static LinKvOp cas(long key, long from, long to) {
    return new LinKvOp.Cas(key, from, to);
  }

  private static HistoryBuilder write(HistoryBuilder history, long key, long value) {
    return history.call(0, "write", write(key, value), write(key, value));
  }

  private static HistoryBuilder read(HistoryBuilder history, long key, Object value) {
    return history.call(1, "read", read(key, null), read(key, value));
  }

  private static Result check(HistoryBuilder history) {
    return new LinearChecker(Duration.ofHours(1)).check(history.build());
  }

  private static String sentence(Result result) {
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0).sentence();
  }

  private static String rule(Result result) {
    return result.findings().get(0).rule().name();
  }

  @Test
  void validKeysShowTheirLastValue() {
    Result result = check(read(write(write(new HistoryBuilder(), 3, 1), 3, 2), 3, 2L));
    assertThat(Edn.print(result.toEdn()))
        .isEqualTo(
            "{:valid? true, :results {3 {:valid? true, :linearizable {:valid? true,"
                + " :configs ({:model {:value 2}}), :final-paths ()}, :timeline {:valid? true}}},"
                + " :failures []}");
  }

  @Test
  void claimsCountByMaelstromsRulesNeitherInAllNorForTheirKey() {
    History history = read(write(new HistoryBuilder(), 3, 1), 3, null).build();
    Result strict = new LinearChecker(Duration.ofHours(1)).check(history);
    assertThat(strict.validity()).isEqualTo(Validity.INVALID);
    assertThat(rule(strict)).isEqualTo("linearizable-claims");
    Result theirs =
        new LinearChecker(Duration.ofHours(1), Rules.MAELSTROM).check(history).by(Rules.MAELSTROM);
    assertThat(Edn.print(theirs.toEdn()))
        .startsWith("{:valid? true, :results {3 {:valid? true")
        .contains(":failures []");
    assertThat(theirs.advice()).hasSize(1);
  }

  @Test
  void staleReadIsNamedWithThePossibleValues() {
    Result result = check(read(write(write(new HistoryBuilder(), 3, 1), 3, 2), 3, 1L));
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(sentence(result))
        .isEqualTo(
            "n1, asked at 0.004 s, answered a read with 1 at 0.005 s; but key 3 could only hold 2"
                + " in between.");
    assertThat(Edn.print(result.toEdn()))
        .contains(":failures [3]", ":previous-ok {:process 0, :type :ok, :f :write, :value [3 2]");
    assertThat(rule(result)).isEqualTo("linearizable");
  }

  @Test
  void writeIsNotVisibleBeforeItBegins() {
    Result result = check(write(read(new HistoryBuilder(), 0, 4L), 0, 4));
    assertThat(sentence(result)).contains("a read with 4", "only hold nothing (null)");
  }

  @Test
  void concurrentWriteMayBeVisibleOrNot() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.invoke(2, "write", write(0, 2L));
    assertThat(check(read(read(history, 0, 1L), 0, 2L).ok(2)).validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void concurrentWriteIsNotUndone() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.invoke(2, "write", write(0, 2L));
    Result result = check(read(read(history, 0, 2L), 0, 1L).ok(2));
    assertThat(sentence(result)).contains("a read with 1", "only hold 2 in");
  }

  @Test
  void unknownWriteMayTakeEffectMuchLaterOrNever() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.invoke(2, "write", write(0, 2L)).info(2, TIMEOUT);
    read(read(history, 0, 1L), 0, 2L);
    assertThat(check(history).validity()).isEqualTo(Validity.VALID);
    read(history, 0, 1L);
    assertThat(sentence(check(history))).contains("a read with 1", "only hold 2 in");
  }

  @Test
  void nullAfterAcknowledgedWriteIsNoTruth() {
    Result result = check(read(write(new HistoryBuilder(), 0, 1), 0, null));
    assertThat(sentence(result)).contains("a read with nothing (null)", "only hold 1 in");
    assertThat(rule(result)).isEqualTo("linearizable-claims");
    assertThat(check(read(new HistoryBuilder(), 0, null)).validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void absentKeyMustBeAbsent() {
    HistoryBuilder history = new HistoryBuilder().invoke(1, "read", read(0, null)).fail(1, ABSENT);
    assertThat(check(history).validity()).isEqualTo(Validity.VALID);
    write(history, 0, 1).invoke(1, "read", read(0, null)).fail(1, ABSENT);
    assertThat(sentence(check(history))).contains("a read with the error key-does-not-exist");
    assertThat(rule(check(history))).isEqualTo("linearizable-claims");
  }

  @Test
  void compareAndSetMustNotBeRefusedWrongly() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.invoke(1, "cas", cas(0, 2, 3)).fail(1, DIFFERS);
    assertThat(check(history).validity()).isEqualTo(Validity.VALID);
    history.invoke(1, "cas", cas(0, 1, 3)).fail(1, DIFFERS);
    Result result = check(history);
    assertThat(sentence(result))
        .contains("a cas from 1 to 3 with the error precondition-failed", "only hold 1 in");
    assertThat(rule(result)).isEqualTo("linearizable-claims");
  }

  @Test
  void compareAndSetMustFindWhatItExpects() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.call(1, "cas", cas(0, 2, 3), cas(0, 2, 3));
    assertThat(sentence(check(history))).contains("a cas from 2 to 3 with cas_ok", "hold 1 in");
  }

  @Test
  void otherErrorsClaimNothing() {
    HistoryBuilder history = write(new HistoryBuilder(), 0, 1);
    history.invoke(1, "write", write(0, 2L)).fail(1, List.of(Keyword.of("abort"), "no"));
    history.invoke(1, "read", read(0, null)).fail(1, TIMEOUT);
    assertThat(check(read(history, 0, 1L)).validity()).isEqualTo(Validity.VALID);
    assertThat(check(read(history, 0, 2L)).validity()).isEqualTo(Validity.INVALID);
  }

  @Test
  void keysAreJudgedOneByOne() {
    HistoryBuilder history = write(write(new HistoryBuilder(), 10, 1), 9, 1);
    Result result = check(read(read(history, 10, 2L), 9, 1L));
    assertThat(result.details()).containsEntry("failures", List.of(10L));
    assertThat(Edn.print(result.details().get("results"))).startsWith("{9 {:valid? true");
  }

  /** So many writes at once, of as many values, and then a read of none of them. */
  private static History exploding() {
    HistoryBuilder history = new HistoryBuilder();
    for (int i = 0; i < 40; i++) {
      history.invoke(i, "write", write(0, (long) i));
    }
    history.call(100, "read", read(0, null), read(0, 1_000L));
    for (int i = 0; i < 40; i++) {
      history.ok(i);
    }
    return history.build();
  }

  @Test
  void explodingHistoryIsUnknownWithTheReason() {
    Result result = new LinearChecker(Duration.ofMillis(100)).check(exploding());
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(sentence(result)).startsWith("Key 0: The analysis took more than 0.1 s");
    assertThat(Edn.print(result.details().get("results"))).contains(":valid? :unknown");
  }

  @Test
  void memoryIsLimited() {
    History history = exploding();
    RegisterHistory register = new RegisterHistory();
    history
        .clientOps()
        .filter(Op::isInvoke)
        .forEach(op -> register.add(op, history.completion(op).orElseThrow()));
    Budget budget = new Budget(Deadline.in(Duration.ofHours(1)), 16 << 20);
    assertThat(Search.of(register.ops(), budget))
        .isInstanceOfSatisfying(
            Linearization.Undecided.class,
            undecided -> assertThat(undecided.reason()).contains("more than 16 MB"));
  }

  @Test
  void findingRestsOnTheOperationAndItsNode() {
    Finding finding = check(read(write(new HistoryBuilder(), 0, 1), 0, 2L)).findings().get(0);
    assertThat(finding.nodes()).containsExactly("n1");
    assertThat(finding.ops()).extracting(Op::index).containsExactly(2L, 3L);
  }
}
