package glomers.log;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A logger that writes on a thread of its own. Starting log4j takes longer than starting the rest
 * of a node; here it starts in parallel with the work, and not at all in a run that logs nothing.
 *
 * <p>Safe for use by many threads. Lines keep their order and the time at which they were logged.
 * None is dropped: a caller that logs faster than can be written waits. Lines that are logged after
 * {@link #close} are dropped.
 */
public final class BackgroundLogger extends LineLogger implements AutoCloseable {
  private static final int WAITING_EVENTS_MAX = 10_000;
  private static final long CLOSE_MILLIS_MAX = 5_000;

  private final BlockingQueue<LogEvent> waiting = new ArrayBlockingQueue<>(WAITING_EVENTS_MAX);
  private Thread writer;
  private volatile boolean closed;

  private BackgroundLogger(String name, Level threshold) {
    super(name, threshold);
  }

  /**
   * A logger to standard error.
   *
   * @param level the lowest level that is logged, a name of {@link System.Logger.Level} in any case
   *     ({@code warn} is the same); null or blank means info, as does any other text, which is
   *     complained of in the log
   */
  public static BackgroundLogger toStderr(String name, String level) {
    if (level == null || level.isBlank()) {
      return new BackgroundLogger(name, Level.INFO);
    }
    String wanted = level.strip().toUpperCase(Locale.ROOT);
    String canonical = wanted.equals("WARN") ? Level.WARNING.name() : wanted;
    for (Level known : Level.values()) {
      if (known.name().equals(canonical)) {
        return new BackgroundLogger(name, known);
      }
    }
    BackgroundLogger logger = new BackgroundLogger(name, Level.INFO);
    String known =
        Arrays.stream(Level.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    logger.log(
        Level.WARNING, () -> "GLOMERS_LOG=" + level + " is no log level; use one of " + known);
    return logger;
  }

  @Override
  protected void write(Level level, String message, Throwable thrown) {
    if (closed) {
      return;
    }
    startWriter();
    put(
        new LogEvent(
            getName(),
            level,
            message,
            thrown,
            Thread.currentThread().getName(),
            System.currentTimeMillis()));
  }

  private void put(LogEvent entry) {
    try {
      if (!waiting.offer(entry)) { // unlike put, takes it from an interrupted thread, too
        waiting.put(entry);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void startWriter() {
    if (writer == null) {
      writer = new Thread(this::writeAll, "log");
      writer.setDaemon(true);
      writer.start();
    }
  }

  /** Writes events as they come, until the last one. Starts log4j, unless memory has run out. */
  private void writeAll() {
    Log4jStderr log4j = null;
    try {
      for (LogEvent next = waiting.take(); next != LogEvent.END; next = waiting.take()) {
        if (log4j == null && next.thrown() instanceof OutOfMemoryError) {
          PlainStderr.write(next);
        } else {
          log4j = log4j == null ? new Log4jStderr() : log4j;
          log4j.write(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until all that was logged is written, even if the thread is interrupted meanwhile; but
   * not for ever: a stuck reader must not keep the process alive.
   */
  @Override
  public void close() {
    closed = true;
    Thread started;
    synchronized (this) {
      started = writer;
    }
    if (started == null) {
      return;
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS_MAX);
    boolean interrupted = false;
    boolean told = false;
    while (started.isAlive() && System.nanoTime() < deadline) {
      try {
        if (told) {
          started.join(millisUntil(deadline));
        } else {
          told = waiting.offer(LogEvent.END, millisUntil(deadline), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        interrupted =
            true; // as the thread of a process is that ends: its last lines must still be written
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisUntil(long deadline) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
  }
}
