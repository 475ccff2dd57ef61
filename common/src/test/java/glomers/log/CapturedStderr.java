package glomers.log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.logging.log4j.LogManager;

/**
 * Standard error while a test runs. Has log4j start anew, for it keeps the stream it began with.
 */
final class CapturedStderr implements AutoCloseable {
  private final PrintStream original = System.err;
  private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

  CapturedStderr() {
    LogManager.shutdown();
    System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return captured.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    LogManager.shutdown();
    System.setErr(original);
  }
}
