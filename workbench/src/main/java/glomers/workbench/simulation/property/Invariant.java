package glomers.workbench.simulation.property;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Something that must be true of the servers after each event.
 *
 * @param <S> the class of the servers
 * @param name what must be true, in words
 * @param monitor gives each run its check: always the same, unless it has a memory
 * @param source what a test would name: the check, or what makes it
 */
public record Invariant<S>(
    String name, Supplier<? extends Predicate<? super List<S>>> monitor, Object source) {
  /** The name of the rule that a violated invariant breaks. */
  public static final String RULE_NAME = "invariant";

  private static final Rule RULE = Rule.of(RULE_NAME, "an invariant must hold after each event");

  /** An invariant without a memory. */
  public static <S> Invariant<S> of(String name, Predicate<? super List<S>> holds) {
    return new Invariant<>(name, () -> holds, holds);
  }

  /** The check of a run that begins. */
  public ServersProperty<S> begin() {
    return new ServersProperty<>(name, monitor.get());
  }

  /** The first of these that does not hold now. */
  public static <S> Optional<Finding> firstViolation(
      List<ServersProperty<S>> checks, List<S> servers, long nowNanos) {
    for (ServersProperty<S> check : checks) {
      Optional<String> reason = check.refutation(servers);
      if (reason.isPresent()) {
        return Optional.of(violation(check.name(), reason.get(), nowNanos));
      }
    }
    return Optional.empty();
  }

  private static Finding violation(String name, String reason, long nowNanos) {
    return Finding.invalid(
        RULE,
        Sentences.format(
            "The invariant \"%s\" does not hold at %.3f ms, after the event that the trace shows"
                + " last%s.",
            name, nowNanos / 1e6, reason));
  }
}
