package glomers.workbench.cluster;

import glomers.log.LineLogger;
import java.util.List;
import java.util.function.Consumer;

/** The log of a simulated node: remembers its last lines, and passes on what was thrown. */
final class NodeLog extends LineLogger {
  private final LastLines lines = new LastLines();
  private final Consumer<Throwable> failures;

  /**
   * An empty log.
   *
   * @param failures receives the exceptions that handlers and timers throw
   */
  NodeLog(Consumer<Throwable> failures) {
    super("node", Level.INFO);
    this.failures = failures;
  }

  List<String> lines() {
    return lines.lines();
  }

  @Override
  protected void write(Level level, String message, Throwable thrown) {
    if (thrown != null) {
      failures.accept(thrown);
    }
    lines.add(level + " " + message + (thrown == null ? "" : " (" + thrown + ")"));
  }
}
