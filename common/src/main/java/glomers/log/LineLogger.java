package glomers.log;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.ResourceBundle;

/** A log from some level up, each of whose lines is handed to one method. */
public abstract class LineLogger implements System.Logger {
  private final String name;
  private final Level threshold;

  /** A log of this name; lower levels are dropped. */
  protected LineLogger(String name, Level threshold) {
    this.name = name;
    this.threshold = threshold;
  }

  /**
   * Writes a line.
   *
   * @param thrown the exception to show with it, or null
   */
  protected abstract void write(Level level, String message, Throwable thrown);

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public final boolean isLoggable(Level level) {
    return level.getSeverity() >= threshold.getSeverity() && level != Level.OFF;
  }

  @Override
  public final void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    if (isLoggable(level)) {
      write(level, message, thrown);
    }
  }

  @Override
  public final void log(Level level, ResourceBundle bundle, String format, Object... params) {
    if (isLoggable(level)) {
      boolean plain = params == null || params.length == 0;
      write(level, plain ? format : formatted(format, params), null);
    }
  }

  private static String formatted(String format, Object... params) {
    try {
      return MessageFormat.format(format, params);
    } catch (IllegalArgumentException e) { // a mistake in a log line must not fail the caller
      return format + " " + Arrays.toString(params);
    }
  }
}
