package glomers.workbench.run;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.History;
import glomers.workbench.network.NetworkStats;
import java.util.Optional;

/**
 * The record of a run.
 *
 * @param failure why it could not be finished; empty if it was
 * @param violation what was found wrong while it ran, so that it was ended at once; empty if
 *     nothing
 * @param rate empty if it did not get as far as its main phase
 */
public record RunRecord(
    History history,
    NetworkStats network,
    Optional<Rate> rate,
    Optional<TestFailure> failure,
    Optional<Finding> violation) {
  /**
   * The history that figures rest on which compare with Maelstrom's: all of it, except a final
   * phase that is reported separately.
   */
  public History mainHistory() {
    return network.finalPhase().isPresent() ? history.beforeFinalPhase() : history;
  }
}
