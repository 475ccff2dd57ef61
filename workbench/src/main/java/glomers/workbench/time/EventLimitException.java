package glomers.workbench.time;

/** Says that a simulation has had more events than it may. */
public final class EventLimitException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EventLimitException(String message) {
    super(message);
  }
}
