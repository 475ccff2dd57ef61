package glomers.workbench.cluster;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Consumer;

/** The log of a simulated node: remembers its last lines, and passes on what was thrown. */
final class NodeLog implements System.Logger {
  private final LastLines lines = new LastLines();
  private final Consumer<Throwable> failures;

  /**
   * An empty log.
   *
   * @param failures receives the exceptions that handlers and timers throw
   */
  NodeLog(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  List<String> lines() {
    return lines.lines();
  }

  @Override
  public String getName() {
    return "node";
  }

  @Override
  public boolean isLoggable(Level level) {
    return level.getSeverity() >= Level.INFO.getSeverity();
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
    if (thrown != null) {
      failures.accept(thrown);
    }
    if (isLoggable(level)) {
      lines.add(level + " " + message + (thrown == null ? "" : " (" + thrown + ")"));
    }
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    if (isLoggable(level)) {
      boolean plain = params == null || params.length == 0;
      lines.add(level + " " + (plain ? format : MessageFormat.format(format, params)));
    }
  }
}
