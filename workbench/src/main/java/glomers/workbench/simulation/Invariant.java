package glomers.workbench.simulation;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that must be true of the servers after each event.
 *
 * @param <S> the class of the servers
 * @param name what must be true, in words
 * @param holds is given the servers that are up, in the order of their nodes; a predicate that
 *     throws an {@link AssertionError} counts as one that does not hold
 */
public record Invariant<S>(String name, Predicate<? super List<S>> holds) {
  /** The name of the rule that a violated invariant breaks. */
  static final String RULE_NAME = "invariant";

  private static final Rule RULE = Rule.of(RULE_NAME, "an invariant must hold after each event");

  /** The present violation of the invariant; empty if it holds. */
  Optional<Finding> violation(List<S> servers, long nowNanos) {
    String reason = "";
    try {
      if (holds.test(servers)) {
        return Optional.empty();
      }
    } catch (AssertionError e) {
      reason = ": " + e.getMessage();
    }
    return Optional.of(
        Finding.invalid(
            RULE,
            String.format(
                Locale.ROOT,
                "The invariant \"%s\" does not hold at %.3f ms, after the event that the trace"
                    + " shows last%s.",
                name,
                nowNanos / 1e6,
                reason)));
  }

  /** The first of these that does not hold. */
  static <S> Optional<Finding> firstViolation(
      List<Invariant<S>> invariants, List<S> servers, long nowNanos) {
    for (Invariant<S> invariant : invariants) {
      Optional<Finding> violation = invariant.violation(servers, nowNanos);
      if (violation.isPresent()) {
        return violation;
      }
    }
    return Optional.empty();
  }
}
