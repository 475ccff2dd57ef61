package glomers.workbench.workload;

import glomers.workbench.history.Op;
import glomers.workbench.session.Invocation;
import java.util.Optional;

/** Decides which operations a test performs. Made for one run; for use within events only. */
public interface Generator {
  /**
   * The next operation of the main phase, for this worker.
   *
   * @return empty if there is none for this worker now; another one is asked then
   */
  Optional<Invocation> next(Turn turn);

  /**
   * An operation of a client has ended, in whichever phase. Called before its worker is free.
   *
   * @param worker the number of the worker that performed it
   * @param invocation the entry of the history with which it began
   * @param completion the one with which it ended
   */
  default void completed(int worker, Op invocation, Op completion) {}

  /** The operations after all faults were healed; empty if the test has no such phase. */
  default Optional<FinalPhase> finalPhase() {
    return Optional.empty();
  }
}
