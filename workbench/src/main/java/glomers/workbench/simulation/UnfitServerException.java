package glomers.workbench.simulation;

/** Says why a server can't be simulated, and what to change. */
public final class UnfitServerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnfitServerException(String message) {
    super(message);
  }
}
