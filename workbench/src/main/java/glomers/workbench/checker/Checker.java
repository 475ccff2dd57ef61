package glomers.workbench.checker;

import glomers.workbench.history.History;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks the history of a finished test. */
@FunctionalInterface
public interface Checker {
  /** The verdict on this history. Must not change it. */
  Result check(History history);

  /** The rule that is broken by a checker that fails. */
  Rule FAILED = Rule.of("checker-failed", "each checker must come to a verdict");

  /**
   * A checker that runs each of these; its result has each one's result as a detail, and the worst
   * verdict of all. One that throws counts as {@link Validity#UNKNOWN}, and the others still run.
   *
   * @param checkers by name, in the order in which they are asked and shown
   */
  static Checker compose(Map<String, Checker> checkers) {
    Map<String, Checker> copy = new LinkedHashMap<>(checkers);
    return history -> {
      Result.Builder all = Result.builder().verdictLast();
      copy.forEach(
          (name, checker) -> {
            Result result = checkSafely(name, checker, history);
            all.detail(name, result).findings(result);
            result.figures().forEach(all::figure);
          });
      return all.build();
    };
  }

  private static Result checkSafely(String name, Checker checker, History history) {
    try {
      return checker.check(history);
    } catch (RuntimeException e) {
      Result.Builder failed = Result.builder().detail("error", e.toString());
      if (e.getStackTrace().length > 0) {
        failed.detail("at", e.getStackTrace()[0].toString());
      }
      return failed
          .finding(Finding.unknown(FAILED, "The checker " + name + " failed: " + e + "."))
          .build();
    }
  }
}
