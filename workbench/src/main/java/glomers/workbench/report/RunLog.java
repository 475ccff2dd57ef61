package glomers.workbench.report;

import glomers.log.LineLogger;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The log of one test: on the terminal and in {@code workbench.log}. On a terminal, a line at the
 * bottom shows the progress; lines of the log push it down. (This is why no logging library writes
 * here: the two must share one cursor.) Safe for use by many threads.
 */
public final class RunLog extends LineLogger implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream console;
  private final boolean terminal;
  private final InstantSource clock;
  private final PrintWriter file;
  private String progress = "";

  /**
   * A log that appends to both.
   *
   * @param terminal whether the console is a terminal, on which a line can be written over
   * @throws IOException if the file can't be written
   */
  public RunLog(PrintStream console, boolean terminal, Path file, InstantSource clock)
      throws IOException {
    super("workbench", Level.INFO);
    this.console = console;
    this.terminal = terminal;
    this.clock = clock;
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file = new PrintWriter(Files.newBufferedWriter(file), true);
  }

  /** The standard output of this process, in UTF-8 whatever the locale is. */
  public static PrintStream console() {
    return new PrintStream(
        new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  @Override
  protected void write(Level level, String message, Throwable thrown) {
    String label = level == Level.WARNING ? "WARN" : level.name();
    String time = TIME.format(Instant.ofEpochMilli(clock.millis()));
    plain(label + " [" + time + "] workbench - " + message);
    if (thrown != null) {
      StringWriter stackTrace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(stackTrace));
      plain(stackTrace.toString().stripTrailing());
    }
  }

  /** Writes text without a time, but as {@link Printable} has it. */
  public synchronized void plain(String raw) {
    String text = Printable.of(raw);
    console.print(
        (progress.isEmpty() ? "" : ERASE_LINE) + text + System.lineSeparator() + progress);
    console.flush();
    file.println(text);
  }

  /** Whether {@link #progress} shows anything. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Shows this at the bottom of the terminal, in place of what was shown there before. */
  public synchronized void progress(String text) {
    if (terminal) {
      progress = text;
      console.print(ERASE_LINE + text);
      console.flush();
    }
  }

  /** Whether the file lacks something that was logged: it can't be written. */
  public synchronized boolean isIncomplete() {
    return file.checkError();
  }

  @Override
  public synchronized void close() {
    if (!progress.isEmpty()) {
      progress("");
    }
    file.close();
  }
}
