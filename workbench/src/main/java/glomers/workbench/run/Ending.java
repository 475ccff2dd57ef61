package glomers.workbench.run;

import glomers.workbench.checker.Finding;

/** How a run ended. */
public sealed interface Ending {
  /** After its last operation. */
  record Finished() implements Ending {}

  /** It could not be finished. */
  record Failed(TestFailure failure) implements Ending {}

  /** Something was found wrong while it ran, so that it was ended at once. */
  record Violated(Finding violation) implements Ending {}
}
