package glomers.workbench.checker;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.history.HistoryBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckersTest {
  private final Map<String, Checker> checkers = new LinkedHashMap<>();

  private Result check() {
    return Checkers.compose(checkers).check(new HistoryBuilder().build());
  }

  @Test
  void theVerdictComesAfterWhatItSumsUp() {
    checkers.put("stats", history -> new Result(Validity.VALID, Map.of("count", 5)));
    checkers.put("exceptions", history -> Result.of(Validity.VALID));
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo("{:stats {:valid? true, :count 5}, :exceptions {:valid? true}, :valid? true}");
  }

  @Test
  void theWeightiestVerdictDecides() {
    checkers.put("b", history -> Result.of(Validity.UNKNOWN));
    checkers.put("a", history -> Result.of(Validity.VALID));
    assertThat(check().validity()).isEqualTo(Validity.UNKNOWN);
    checkers.put("c", history -> Result.of(Validity.INVALID));
    assertThat(check().validity()).isEqualTo(Validity.INVALID);
    assertThat(check().details().keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void aCheckerThatThrowsLeavesItsOwnVerdictOpenAndTheOthersToBeAsked() {
    checkers.put(
        "broken",
        history -> {
          throw new IllegalStateException("no such thing");
        });
    checkers.put("sound", history -> Result.of(Validity.VALID));
    Result result = check();
    assertThat(result.validity()).isEqualTo(Validity.UNKNOWN);
    Result broken = (Result) result.details().get("broken");
    assertThat(broken.validity()).isEqualTo(Validity.UNKNOWN);
    assertThat(broken.details())
        .containsEntry("error", "java.lang.IllegalStateException: no such thing");
    assertThat((String) broken.details().get("at")).contains("CheckersTest");
    assertThat(result.details()).containsEntry("sound", Result.of(Validity.VALID));
  }

  @Test
  void composedCheckersCanBeComposed() {
    checkers.put("perf", Checkers.compose(Map.of("graph", history -> Result.of(Validity.VALID))));
    assertThat(Edn.print(check().toEdn()))
        .isEqualTo("{:perf {:graph {:valid? true}, :valid? true}, :valid? true}");
  }
}
