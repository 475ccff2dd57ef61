package glomers.workbench.checker;

import glomers.workbench.history.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes checkers of checkers. */
public final class Checkers {
  private Checkers() {}

  /**
   * A checker that asks each of these, and whose result has each one's result as a detail, then the
   * weightiest verdict of all. One that throws counts as {@link Validity#UNKNOWN}, and the others
   * are still asked.
   *
   * @param checkers by name, in the order in which they are asked and shown
   */
  public static Checker compose(Map<String, Checker> checkers) {
    Map<String, Checker> copy = new LinkedHashMap<>(checkers);
    return history -> {
      Map<String, Object> details = new LinkedHashMap<>();
      List<Validity> verdicts = new ArrayList<>();
      copy.forEach(
          (name, checker) -> {
            Result result = checkSafely(checker, history);
            details.put(name, result);
            verdicts.add(result.validity());
          });
      return new Result(Validity.merge(verdicts), details, true);
    };
  }

  private static Result checkSafely(Checker checker, History history) {
    try {
      return checker.check(history);
    } catch (RuntimeException e) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("error", e.toString());
      if (e.getStackTrace().length > 0) {
        details.put("at", e.getStackTrace()[0].toString());
      }
      return new Result(Validity.UNKNOWN, details);
    }
  }
}
