package glomers.workbench.simulation.property;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rule;
import glomers.workbench.checker.Sentences;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that the servers must come to when faults have ended and clients are quiet.
 *
 * @param <S> the class of the servers
 * @param name what must become true, in words
 * @param within how long it may take
 * @param holds is given the servers that are up, in the order of their nodes
 */
public record Eventuality<S>(String name, Duration within, Predicate<? super List<S>> holds) {
  /** The name of the rule that it breaks if it does not come. */
  public static final String RULE_NAME = "eventually";

  private static final Rule RULE =
      Rule.of(RULE_NAME, "after the end of all faults, something must become true in time");

  public boolean holds(List<S> servers) {
    return new ServersProperty<>(name, holds).holds(servers);
  }

  /** What is wrong if it has not become true in time. */
  public Finding violation() {
    return Finding.invalid(
        RULE,
        Sentences.format(
            "\"%s\" has not become true within %.3f s after the end of all faults.",
            name, within.toNanos() / 1e9));
  }
}
