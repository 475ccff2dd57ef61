package glomers.workbench.simulation.property;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A property of the servers, as one run looks at it.
 *
 * @param <S> the class of the servers
 * @param name what it says, in words
 * @param holds is given the servers that are up, in the order of their nodes; a predicate that
 *     throws an {@link AssertionError} counts as one that does not hold
 */
public record ServersProperty<S>(String name, Predicate<? super List<S>> holds) {
  /** Why it does not hold, as the end of a sentence, which may be empty; nothing if it holds. */
  Optional<String> refutation(List<S> servers) {
    try {
      return holds.test(servers) ? Optional.empty() : Optional.of("");
    } catch (AssertionError e) {
      return Optional.of(": " + e.getMessage());
    }
  }

  boolean holds(List<S> servers) {
    return refutation(servers).isEmpty();
  }
}
