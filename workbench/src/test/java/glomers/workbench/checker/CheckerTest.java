package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private final Map<String, Checker> checkers = new LinkedHashMap<>();

  private Result check() {
    return Checker.compose(checkers).check(new HistoryBuilder().build());
  }

  @Test
  void theVerdictComesAfterWhatItSumsUp() {
    checkers.put("stats", history -> Result.builder().detail("count", 5).build());
    checkers.put("exceptions", history -> result(Validity.VALID));
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo("{:stats {:valid? true, :count 5}, :exceptions {:valid? true}, :valid? true}");
  }

  @Test
  void theWeightiestVerdictDecides() {
    checkers.put("b", history -> result(Validity.UNKNOWN));
    checkers.put("a", history -> result(Validity.VALID));
    assertThat(check().validity()).isEqualTo(Validity.UNKNOWN);
    checkers.put("c", history -> result(Validity.INVALID));
    assertThat(check().validity()).isEqualTo(Validity.INVALID);
    assertThat(check().details().keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void throwingCheckerIsUnknownAndOthersStillRun() {
    checkers.put(
        "broken",
        history -> {
          throw new IllegalStateException("no such thing");
        });
    checkers.put("sound", history -> result(Validity.VALID));
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    Result broken = (Result) result.details().get("broken");
    assertThat(broken.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(broken.details())
        .containsEntry("error", "java.lang.IllegalStateException: no such thing");
    assertThat((String) broken.details().get("at")).contains("CheckerTest");
    assertThat(result.details()).containsEntry("sound", result(Validity.VALID));
  }

  @Test
  void composedCheckersCanBeComposed() {
    checkers.put("perf", Checker.compose(Map.of("graph", history -> result(Validity.VALID))));
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo("{:perf {:graph {:valid? true}, :valid? true}, :valid? true}");
  }

  private static Result result(Validity validity) {
    Result.Builder result = Result.builder();
    if (validity != Validity.VALID) {
      Rule rule = Rule.of("rule", "all must be well");
      result.finding(
          validity == Validity.INVALID
              ? Finding.invalid(rule, "It is not.")
              : Finding.unknown(rule, "Nobody knows."));
    }
    return result.build();
  }
}
