package glomers.log;

/**
 * One line of a log, with the state of its arguments when it was logged.
 *
 * @param thrown the exception to show with it, or null
 * @param timeMillis milliseconds since 1970
 */
record LogEvent(
    String logger,
    System.Logger.Level level,
    String message,
    Throwable thrown,
    String thread,
    long timeMillis) {
  /** The event that ends the log. */
  static final LogEvent END = new LogEvent("", System.Logger.Level.OFF, "", null, "", 0);
}
