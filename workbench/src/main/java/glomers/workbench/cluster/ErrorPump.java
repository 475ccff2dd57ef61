package glomers.workbench.cluster;

import glomers.protocol.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Carries lines from a node's standard error to its log, on a thread of its own. */
final class ErrorPump implements Runnable {
  private final InputStream stderr;
  private final NodeLogFile log;
  private final Consumer<String> echo;
  private final LastLines last = new LastLines();
  private boolean logIsFull;

  /**
   * A pump that has read nothing.
   *
   * @param log is closed when the node's standard error ends
   * @param echo receives what the log takes
   */
  ErrorPump(InputStream stderr, NodeLogFile log, Consumer<String> echo) {
    this.stderr = stderr;
    this.log = log;
    this.echo = echo;
  }

  @Override
  public void run() {
    LineReader reader =
        new LineReader(stderr, bytes -> add("(a line of " + bytes + " bytes is left out)"));
    try (log) {
      while (reader.fill()) {
        for (String line = reader.next(); line != null; line = reader.next()) {
          add(line);
        }
        log.flush();
      }
    } catch (IOException e) {
      // The stream was closed under the reader: the node was ended.
    }
  }

  private void add(String line) {
    last.add(line);
    if (log.add(line)) {
      echo.accept(line);
    } else if (!logIsFull) {
      logIsFull = true;
      echo.accept("(it prints more than is shown here; the end is in " + log + ")");
    }
  }

  List<String> lastLines() {
    return last.lines();
  }
}
