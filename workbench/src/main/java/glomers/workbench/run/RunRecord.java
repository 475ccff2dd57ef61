package glomers.workbench.run;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.History;
import glomers.workbench.network.NetworkStats;
import java.util.Optional;

/**
 * The record of a run.
 *
 * @param rate empty if it did not get as far as its main phase
 * @param ending how it ended
 */
public record RunRecord(History history, NetworkStats network, Optional<Rate> rate, Ending ending) {
  /** Why it could not be finished; empty if it was. */
  public Optional<TestFailure> failure() {
    return ending instanceof Ending.Failed failed
        ? Optional.of(failed.failure())
        : Optional.empty();
  }

  /** What was found wrong while it ran; empty if nothing ended it early. */
  public Optional<Finding> violation() {
    return ending instanceof Ending.Violated violated
        ? Optional.of(violated.violation())
        : Optional.empty();
  }

  /**
   * The history that figures rest on which compare with Maelstrom's: all of it, except a final
   * phase that is reported separately.
   */
  public History mainHistory() {
    return network.finalPhase().isPresent() ? history.beforeFinalPhase() : history;
  }
}
