package glomers.workbench.workload.set;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The rules that are stricter than Jepsen's. */
class SetFullRulesTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private Result check() {
    return new SetFullChecker("broadcast", List.of("n0", "n1", "n2")).check(history.build());
  }

  private String detail(String name) {
    assertThat(check().details()).containsKey(name);
    return Edn.print(check().details().get(name));
  }

  private HistoryBuilder broadcast(int process, Object value) {
    return history.call(process, "broadcast", value, value);
  }

  private HistoryBuilder read(int process, Object... values) {
    return history.call(process, "read", null, Arrays.asList(values));
  }

  @Test
  void acceptsCompleteFinalReads() {
    broadcast(0, 5L);
    history.finalPhase();
    read(0, 5L);
    read(1, 5L);
    read(2, 5L);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    assertThat(result.details())
        .doesNotContainKeys("broken-rules", "missing", "unexpected", "no-final-read");
  }

  @Test
  void rejectsValueMissingOnOneNode() {
    broadcast(0, 5L);
    history.invoke(0, "broadcast", 6L).info(0, "timeout");
    broadcast(0, 4L);
    history.finalPhase();
    read(1, 4L);
    read(0, 4L, 5L, 6L);
    read(2, 6L, 5L, 4L);
    Result result = check();
    assertThat(result.details()).containsEntry("lost-count", 0).containsEntry("missing-count", 2);
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(detail("missing")).isEqualTo("{\"n1\" [5 6]}");
    assertThat(detail("broken-rules"))
        .isEqualTo(
            "[\"each node's final read must have every value that was acknowledged or read\"]");
  }

  @Test
  void whatNobodyConfirmedIsNotMissing() {
    broadcast(0, 5L);
    history.invoke(0, "broadcast", 6L).info(0, "timeout").invoke(0, "broadcast", 7L).fail(0, "no");
    history.finalPhase();
    read(0, 5L);
    read(1, 5L);
    read(2, 5L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void refusedValuesMustNotBeRead() {
    List<Object> definite = List.of(Keyword.of("temporarily-unavailable"), "not now");
    history.invoke(0, "broadcast", 6L).fail(0, definite);
    history.invoke(0, "broadcast", 7L).info(0, definite);
    broadcast(0, 5L);
    history.finalPhase();
    read(0, 5L, 6L, 7L);
    read(1, 5L, 6L, 7L);
    read(2, 5L, 6L, 7L);
    assertThat(check().validity()).isEqualTo(Validity.INVALID);
    assertThat(detail("refused")).isEqualTo("(6 7)");
    assertThat(detail("broken-rules"))
        .isEqualTo("[\"a value whose add a definite error refused must not be read\"]");
    assertThat(check().findings().get(0).sentence())
        .startsWith("Value 6 was refused by n0 with the definite error [:temporarily-unavailable");
  }

  @Test
  void errorsThatAreNotDefiniteRefuseNothing() {
    history.invoke(0, "broadcast", 6L).info(0, List.of(Keyword.of("crash"), "oh"));
    history.invoke(1, "broadcast", 7L).fail(1, "not now").invoke(0, "broadcast", 7L).info(0, "?");
    broadcast(0, 5L);
    history.finalPhase();
    read(0, 5L, 6L, 7L);
    read(1, 5L, 6L, 7L);
    read(2, 5L, 6L, 7L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
    assertThat(check().details()).doesNotContainKey("refused");
  }

  @Test
  void ofANodesFinalReadsTheLastCounts() {
    broadcast(0, 5L);
    history.finalPhase();
    read(0, 5L);
    read(1);
    read(2, 5L);
    read(1, 5L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void nodeWithoutFinalReadIsUnknown() {
    broadcast(0, 5L);
    history.finalPhase();
    read(0, 5L);
    history.invoke(1, "read", null).fail(1, "timeout").invoke(2, "read", null);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(result.details()).containsEntry("no-final-read-count", 2);
    assertThat(detail("no-final-read")).isEqualTo("[\"n1\" \"n2\"]");
    assertThat(detail("broken-rules")).isEqualTo("[\"each node must answer a final read\"]");
  }

  @Test
  void needsNoFinalReadWithoutFinalPhase() {
    broadcast(0, 5L);
    read(1);
    read(0, 5L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void rejectsValueTwiceInOneRead() {
    broadcast(0, 5L);
    broadcast(0, 4L);
    read(0, 5L, 4L, 5L, 5L);
    read(0, 5L, 4L, 5L, 4L);
    read(0, 5L, 4L);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.details()).containsEntry("duplicated-count", 2);
    assertThat(detail("duplicated")).isEqualTo("{4 2, 5 3}");
    assertThat(detail("broken-rules"))
        .isEqualTo("[\"a read must not return a value more than once\"]");
  }

  @Test
  void rejectsValueThatNoClientAdded() {
    broadcast(0, 5L);
    read(0, 5L, "6", 6L, null);
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.details())
        .containsEntry("unexpected-count", 3)
        .containsEntry("attempt-count", 1)
        .containsEntry("stable-count", 1);
    assertThat(detail("unexpected")).isEqualTo("(nil 6 \"6\")");
    assertThat(detail("broken-rules"))
        .isEqualTo("[\"a read must not return a value before anyone tried to add it\"]");
  }

  @Test
  void rejectsValueReadBeforeItsAdd() {
    read(0, 5L);
    broadcast(0, 5L);
    read(0, 5L);
    assertThat(detail("unexpected")).isEqualTo("(5)");
  }

  @Test
  void acceptsReadOfConcurrentAdd() {
    history.invoke(0, "broadcast", 5L);
    read(1, 5L);
    history.info(0, "timeout");
    read(1, 5L);
    assertThat(check().validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void allBrokenRulesAreNamed() {
    broadcast(0, 5L);
    history.finalPhase();
    read(0);
    read(1, 5L, 5L, 6L);
    assertThat(check().validity()).isEqualTo(Validity.INVALID);
    assertThat((List<?>) check().details().get("broken-rules")).hasSize(4);
  }

  private List<String> sentences() {
    return check().findings().stream().map(Finding::sentence).toList();
  }

  @Test
  void aLossIsToldWithItsNodesAndTimes() {
    history.at(1_500);
    broadcast(0, 5L);
    history.invoke(1, "broadcast", 6L).info(1, "timeout").at(2_000);
    read(1, 6L, 5L);
    history.at(3_250);
    read(2);
    assertThat(sentences())
        .startsWith(
            "Value 5 was acknowledged by n0 at 1.501 s; the read of n2 that began at 3.250 s lacks it,"
                + " and no later read has it.",
            "Value 6 was returned by n1 at 2.001 s; the read of n2 that began at 3.250 s lacks it,"
                + " and no later read has it.");
  }

  @Test
  void oneMissingValueIsToldInTheSingular() {
    broadcast(0, 5L);
    history.finalPhase();
    read(1);
    read(0, 5L);
    read(2, 5L);
    assertThat(sentences())
        .containsExactly(
            "The final read of n1 lacks 1 value that was acknowledged or read elsewhere: 5.");
  }

  @Test
  void ofManyMissingValuesTheFirstAreShown() {
    List<Object> all = LongStream.range(0, 33).<Object>mapToObj(value -> value).toList();
    all.forEach(value -> broadcast(0, value));
    history.finalPhase();
    read(1);
    read(2, 32L);
    history.call(0, "read", null, all);
    assertThat(sentences())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The final read of n1 lacks 33 values that were acknowledged or read elsewhere: 0, 1,")
                    .endsWith(" 30, 31, …."))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The final read of n2 lacks 32 values that were acknowledged or read elsewhere: 0, 1,")
                    .endsWith(" 30, 31."));
  }

  @Test
  void ofManyDuplicatesAllAreListedAndTheFirstAreFindings() {
    for (long value = 0; value < 40; value++) {
      broadcast(0, value);
      read(1, value, value, value);
    }
    assertThat(check().details()).containsEntry("duplicated-count", 40);
    assertThat(sentences())
        .filteredOn(
            sentence -> sentence.contains(" was returned 3 times by a single read: by n1 at "))
        .hasSize(32);
  }
}
