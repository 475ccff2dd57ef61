package glomers.workbench.simulation;

/**
 * The failure of a simulated run that was to be valid; knows the run, so that it can be reported.
 */
public final class InvalidRunError extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient SimulatedRun run;

  InvalidRunError(SimulatedRun run) {
    super(run.describe());
    this.run = run;
  }

  /** The run; null if this error comes from another JVM. */
  public SimulatedRun run() {
    return run;
  }
}
