package glomers.workbench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.history.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueIdsCheckerTest {
  /** The verdict on ids that were generated in this order; a JSON array. */
  private static Result check(String ids) {
    HistoryBuilder history = new HistoryBuilder();
    JsonParser.parseString(ids)
        .getAsJsonArray()
        .forEach(id -> history.call(0, "generate", null, JsonValues.of(id)));
    return new UniqueIdsChecker().check(history.build());
  }

  @Test
  void distinctIdsAreValid() {
    assertThat(Edn.print(check("[3, 12, 7]").toEdn()))
        .isEqualTo(
            "{:valid? true, :attempted-count 3, :acknowledged-count 3, :duplicated-count 0,"
                + " :duplicated {}, :range [3 12]}");
  }

  @Test
  void duplicatesAreListedWithTheirNumbers() {
    assertThat(Edn.print(check("[\"b\", \"a\", \"b\", \"a\", \"c\", \"b\"]").toEdn()))
        .isEqualTo(
            "{:valid? false, :attempted-count 6, :acknowledged-count 6, :duplicated-count 2,"
                + " :duplicated {\"a\" 2, \"b\" 3}, :range [\"a\" \"c\"]}");
  }

  @Test
  void onlyTheMostFrequentDuplicatesAreListed() {
    StringBuilder ids = new StringBuilder("[1, 1, 1");
    for (int i = 2; i <= 60; i++) {
      ids.append(", ").append(i).append(", ").append(i);
    }
    Result result = check(ids.append("]").toString());
    assertThat(result.details()).containsEntry("duplicated-count", 60);
    assertThat(Edn.print(result.details().get("duplicated")))
        .startsWith("{1 3, 14 2, 15 2,")
        .endsWith(", 60 2}");
  }

  @Test
  void onlyAcknowledgedIdsCount() {
    HistoryBuilder history = new HistoryBuilder();
    history.call(0, "generate", null, "a").invoke(0, "generate", null).info(0, "timeout");
    history.invoke(1, "generate", null).fail(1, "no");
    assertThat(Edn.print(new UniqueIdsChecker().check(history.build()).toEdn()))
        .isEqualTo(
            "{:valid? true, :attempted-count 3, :acknowledged-count 1, :duplicated-count 0,"
                + " :duplicated {}, :range [\"a\" \"a\"]}");
    assertThat(Edn.print(check("[]").toEdn())).endsWith(":range [nil nil]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2.5, 10000000000000000000000, 1e400]",
        "[true, false]",
        "[[1, \"a\"], [2, \"a\"], [1]]",
        "[[1], [1, \"a\"], [\"a\", 1, 1]]",
        "[[[1], 2], [[1, 2], 2]]",
        "[null]",
        "[5, null, 7]",
        "[null, \"1\"]",
        "[[1, null], [1, 2]]",
        "[[1, \"a\"], [2, 3]]",
        "[{\"a\": 1}]",
        "[[{\"a\": 1}]]"
      })
  void idsThatCanBeOrderedAreValid(String ids) {
    Result result = check(ids);
    assertThat(result.validity()).as(result.toString()).isEqualTo(Validity.VALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1, "1"]           | both string and number
          [true, 1]          | both number and boolean
          [[1], 1]           | both number and array
          [[1, 2], [1, "a"]] | both string and number within arrays
          [1, null, "1"]     | both number and string
          [{"a": 1}, {}]     | more than one object
          [[{}], [{"a": 1}]] | more than one object within arrays
          """)
  void idsThatCanNotBeOrderedAreUnknownAndTheirTypesNamed(String ids, String types) {
    Result result = check(ids);
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(result.validity(Rules.MAELSTROM)).isEqualTo(Validity.UNKNOWN);
    assertThat(result.findings().get(0).sentence()).contains("there is " + types);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, \"1\", 1]",
        "[{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1}]",
        "[null, null]",
        "[1.50, 15e-1]",
        "[0.1, 0.1000000000000000055511151231257827]",
        "[[0.1], [0.1000000000000000055511151231257827]]",
        "[1e999999999, 1e999999999]"
      })
  void duplicatesAreInvalidWhateverTheirTypes(String ids) {
    assertThat(check(ids).validity()).isEqualTo(Validity.INVALID);
  }

  @Test
  void aDuplicateAmongMixedTypesIsInvalidHereOnly() {
    Result result = check("[\"id8\", 5, \"id8\"]");
    assertThat(result.validity()).isEqualTo(Validity.INVALID);
    assertThat(result.validity(Rules.MAELSTROM)).isEqualTo(Validity.UNKNOWN);
    assertThat(result.findings().get(0).isStricter()).isTrue();
  }

  @Test
  void integerDiffersFromDecimalOfSameValue() {
    assertThat(check("[1, 1.0]").validity()).isEqualTo(Validity.VALID);
  }

  @Test
  void aFindingRestsOnTheAnswersWithTheId() {
    HistoryBuilder history = new HistoryBuilder();
    history.call(0, "generate", null, "a").call(1, "generate", null, "b").call(2, "read", 1, "a");
    history.call(2, "generate", null, "a").invoke(3, "generate", "a").fail(3, "no");
    assertThat(new UniqueIdsChecker().check(history.build()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence())
                  .isEqualTo(
                      "The id \"a\" was generated 2 times: by n0 at 0.001 s, by n2 at 0.007 s.");
              assertThat(finding.ops()).extracting(Op::index).containsExactly(1L, 7L);
              assertThat(finding.nodes()).containsExactly("n0", "n2");
              assertThat(finding.values()).containsExactly("a");
            });
  }
}
