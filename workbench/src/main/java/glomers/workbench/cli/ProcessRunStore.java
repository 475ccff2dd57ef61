package glomers.workbench.cli;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.workbench.checker.Result;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.RunLog;
import glomers.workbench.report.RunSummary;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.Store;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.StoredRun;
import glomers.workbench.report.UnwritableStoreException;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.run.RateWarning;
import glomers.workbench.run.RunRecord;
import glomers.workbench.simulation.ProcessRun;
import glomers.workbench.workload.TestOptions;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A run on processes in the store, with its log on the console: as {@link SimulatedRunStore}. */
final class ProcessRunStore {
  private static final String OUT_OF_MEMORY =
      "Out of memory: the history of a test is kept until its end, half a kilobyte and more for each"
          + " operation. Give the workbench more, such as by GLOMERS_JAVA_OPTS=-Xmx4g, or lower"
          + " --time-limit or --rate.";

  /**
   * What is run.
   *
   * @param program the program that runs a node, and its arguments
   * @param arguments what the workbench was called with, to be shown with the run
   */
  record Task(
      TestOptions options,
      List<String> program,
      List<String> arguments,
      TestCommand.LogArguments logs,
      FullResults full) {}

  private final Store store;
  private final Task task;
  private final TestOptions options;
  private final RunSummary begun;
  private final RunFolder folder;
  private final RunLog log;
  private final StoreWriter writer = new StoreWriter();

  /**
   * A folder for a run.
   *
   * @throws UnwritableStoreException if it can't be made
   */
  ProcessRunStore(Store store, Task task) throws UnwritableStoreException {
    this.store = store;
    this.task = task;
    this.options = task.options;
    Instant start = Instant.now();
    this.begun = RunSummary.begun(options.workload(), start, task.arguments);
    try {
      this.folder = store.begin(begun, start);
      this.log =
          new RunLog(
              RunLog.console(), Terminal.isStandardOutput(), folder.log(), InstantSource.system());
    } catch (IOException e) {
      throw new UnwritableStoreException(store.root(), e);
    }
  }

  /** Runs the test, judges it, and writes all files. */
  ExitStatus run() throws InterruptedException {
    AtExit interrupted = new AtExit(this::interrupt);
    try {
      return perform();
    } catch (RuntimeException e) {
      keep(begun.ended(ExitStatus.CRASHED.label(), e.toString()));
      throw e;
    } catch (OutOfMemoryError e) {
      // Memory is free again: nothing refers to the history any more.
      keep(begun.ended(ExitStatus.CRASHED.label(), OUT_OF_MEMORY));
      log.log(ERROR, OUT_OF_MEMORY);
      return ExitStatus.CRASHED;
    } finally {
      interrupted.cancel();
      log.close();
    }
  }

  private void keep(RunSummary summary) {
    writer.write("run.json", () -> folder.writeSummary(summary));
  }

  /** Ctrl-C, most likely. The nodes are ended by their cluster. */
  private void interrupt() {
    log.progress("");
    log.log(WARNING, "Interrupted.");
    new StoreWriter()
        .write("run.json", () -> folder.writeSummary(begun.ended(RunSummary.INTERRUPTED, "")));
  }

  private ExitStatus perform() throws InterruptedException {
    log.log(INFO, () -> "Running " + ShellWords.join(task.arguments));
    log.log(INFO, () -> "Seed " + options.seed());
    ProcessRun run =
        new ProcessRun(options, task.program, folder.nodeLogs(), this::logError, new NetLog(), log);
    try (LiveProgress progress = new LiveProgress(run, options, folder, log)) {
      progress.begin();
      run.perform();
    }
    run.logProblem().ifPresent(problem -> writer.lose("node-logs", problem));
    warnOfEscaped(run.escaped());
    RunRecord outcome = run.outcome();
    writer.write("the history", () -> folder.writeHistory(outcome.history()));
    Optional<Result> result = judge(run);
    Screen screen = screen(outcome, result);
    write(run, result);
    keep(begun.ended(screen.verdict(), outcome));
    writer.write("the link latest", () -> store.finished(folder.path()));
    result.ifPresent(all -> log.plain(task.full.text(all.toEdn())));
    log.plain("\n" + screen.files(folder).text());
    if (log.isIncomplete()) {
      writer.lose("workbench.log", new IOException("can't be written"));
    }
    writer.problem().ifPresent(problem -> log.log(WARNING, problem));
    return screen.verdict();
  }

  private void logError(String node, String line) {
    if (task.logs.stderr) {
      log.log(INFO, () -> node + " stderr: " + line);
    }
  }

  private void warnOfEscaped(List<String> processes) {
    if (!processes.isEmpty()) {
      log.log(
          WARNING,
          () ->
              ("Processes that nodes have started still run, for they have left the nodes' process"
                      + " groups: %s. End them by kill.")
                  .formatted(String.join(", ", processes)));
    }
  }

  /** The results; empty if the run could not be finished. */
  private Optional<Result> judge(ProcessRun run) {
    run.outcome()
        .failure()
        .ifPresentOrElse(
            failure -> writer.write("results.edn", () -> folder.writeFailure(failure)),
            () -> log.log(INFO, "Analyzing..."));
    Optional<Result> result = run.judge();
    result.ifPresent(all -> writer.write("results.edn", () -> folder.writeResults(all.toEdn())));
    return result;
  }

  private Screen screen(RunRecord outcome, Optional<Result> result) {
    Screen screen =
        Screen.of(options, outcome, result)
            .again(ShellCommand.again(task.arguments, options.seed()));
    if (screen.verdict() == ExitStatus.INVALID) {
      screen = screen.without(WhyNoShortest.of(task.arguments));
    }
    return noted(screen, outcome);
  }

  private Screen noted(Screen screen, RunRecord outcome) {
    return outcome
        .rate()
        .filter(rate -> !rate.kept())
        .map(rate -> screen.note(RateWarning.of(rate, options, outcome.history())))
        .orElse(screen);
  }

  private void write(ProcessRun run, Optional<Result> result) {
    RunRecord outcome = run.outcome();
    writer.write(
        "messages",
        () -> folder.writeTest(StoredRun.of(options, outcome, task.arguments), run.recording()));
    if (task.logs.perfetto) {
      writer.write("trace.json", () -> folder.writeTrace(outcome.history(), run.recording()));
    }
    writer.write(
        "report.html",
        () ->
            folder.writeReport(
                options,
                outcome,
                result,
                run.recording(),
                "workbench " + ShellWords.join(task.arguments),
                "",
                Optional.empty()));
  }

  /** Logs messages, if that was asked for. */
  private final class NetLog implements NetworkListener {
    @Override
    public void sent(long id, Message message) {
      if (task.logs.netSend) {
        log.log(INFO, () -> "send " + id + " " + Codec.encode(message));
      }
    }

    @Override
    public void received(long id, Message message, long sentNanos) {
      if (task.logs.netRecv) {
        log.log(INFO, () -> "recv " + id + " " + Codec.encode(message));
      }
    }
  }
}
