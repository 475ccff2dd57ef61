package glomers.workbench.simulation.guard;

/** The error of a server that can't be simulated; says what to change. */
public final class UnfitServerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnfitServerException(String message) {
    super(message);
  }
}
