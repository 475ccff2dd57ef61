package glomers.workbench.time;

/** The error of a simulation that exceeds its limit of events. */
public final class EventLimitException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EventLimitException(String message) {
    super(message);
  }
}
