package glomers.workbench.cli;

import glomers.workbench.report.ProgressLine;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.RunLog;
import glomers.workbench.simulation.ProcessRun;
import glomers.workbench.workload.TestOptions;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows how far a test is: as a living line on a terminal, as a line now and then elsewhere, and in
 * the run's folder for its list of runs.
 */
final class LiveProgress implements AutoCloseable {
  private static final long TERMINAL_NANOS = 200_000_000L;
  private static final long FOLDER_NANOS = 1_000_000_000L;

  private final ProcessRun run;
  private final TestOptions options;
  private final RunFolder folder;
  private final RunLog log;
  private final AtomicBoolean writing = new AtomicBoolean();

  /** A slow disk must not hold up the test. */
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  LiveProgress(ProcessRun run, TestOptions options, RunFolder folder, RunLog log) {
    this.run = run;
    this.options = options;
    this.folder = folder;
    this.log = log;
  }

  void begin() {
    write();
    if (log.isTerminal()) {
      show();
    } else {
      run.after(CalmPace.pauseNanos(0), () -> log(0));
    }
  }

  private String line() {
    return ProgressLine.of(run.status(), options.timeLimit());
  }

  private void show() {
    log.progress(line());
    run.after(TERMINAL_NANOS, this::show);
  }

  private void log(long sinceNanos) {
    log.log(System.Logger.Level.INFO, this::line);
    long elapsed = sinceNanos + CalmPace.pauseNanos(sinceNanos);
    run.after(CalmPace.pauseNanos(elapsed), () -> log(elapsed));
  }

  private void write() {
    String line = line();
    if (writing.compareAndSet(false, true)) {
      writer.execute(
          () -> {
            try {
              folder.writeProgress(line);
            } catch (IOException e) {
              // only for onlookers; the verdict tells what could not be kept
            } finally {
              writing.set(false);
            }
          });
    }
    run.after(FOLDER_NANOS, this::write);
  }

  @Override
  public void close() {
    log.progress("");
    writer.execute(
        () -> {
          try {
            folder.endProgress();
          } catch (IOException e) {
            // it stays, and is not looked at
          }
        });
    writer.shutdown();
    try {
      writer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
