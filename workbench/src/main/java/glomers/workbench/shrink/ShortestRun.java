package glomers.workbench.shrink;

import glomers.workbench.checker.Finding;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.TestSource;
import glomers.workbench.shrink.Player.Play;
import java.util.Optional;

/**
 * The shortest run found that breaks the rule that a longer one breaks.
 *
 * @param plan what it does, up to its end
 * @param rule the name of the rule
 * @param play what came of it
 * @param source a JUnit test of {@link glomers.workbench.simulation.Scenario Scenario}, to be
 *     pasted: it fails as long as the rule is broken
 * @param summary how long it is, and how long the full run is, in a sentence
 */
public record ShortestRun(Plan plan, String rule, Play play, TestSource source, String summary) {
  /** The first finding by which the rule is broken. */
  public Optional<Finding> finding() {
    return play.casesOf(rule).findFirst();
  }

  /**
   * What the search for a shorter failing run has found.
   *
   * @param run the shortest run; empty if there is none
   * @param summary how long it is, and how long the full run is; or why there is none, in sentences
   */
  public record Search(Optional<ShortestRun> run, String summary) {
    static Search none(String reason) {
      return new Search(Optional.empty(), "There is no shorter form of this run: " + reason);
    }
  }
}
