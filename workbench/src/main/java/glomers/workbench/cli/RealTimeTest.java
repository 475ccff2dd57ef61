package glomers.workbench.cli;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import glomers.protocol.Codec;
import glomers.protocol.Message;
import glomers.workbench.checker.Result;
import glomers.workbench.cluster.ProcessCluster;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.options.Workloads;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.RunLog;
import glomers.workbench.report.RunSummary;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.Store;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.StoredRun;
import glomers.workbench.report.UnwritableStoreException;
import glomers.workbench.report.page.Reports;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.Rate;
import glomers.workbench.run.RateWarning;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestRun;
import glomers.workbench.run.World;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.RealTimeScheduler;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs tests on processes, and leaves a folder in the store for each. */
final class RealTimeTest {
  private static final String OUT_OF_MEMORY =
      "Out of memory: the history of a test is kept until its end, half a kilobyte and more for each"
          + " operation. Give the workbench more, such as by GLOMERS_JAVA_OPTS=-Xmx4g, or lower"
          + " --time-limit or --rate.";

  private final Store store;
  private final List<String> command;
  private final List<String> arguments;
  private final TestCommand.LogArguments logs;
  private final FullResults full;
  private final PrintStream console;
  private final boolean terminal;

  /**
   * For any number of runs.
   *
   * @param command the program that runs a node, and its arguments
   * @param arguments what the workbench was called with, to be shown with the run
   * @param terminal whether the console is one
   */
  RealTimeTest(
      Store store,
      List<String> command,
      List<String> arguments,
      TestCommand.LogArguments logs,
      FullResults full,
      PrintStream console,
      boolean terminal) {
    this.store = store;
    this.command = command;
    this.arguments = arguments;
    this.logs = logs;
    this.full = full;
    this.console = console;
    this.terminal = terminal;
  }

  ExitStatus run(TestOptions options) throws IOException, InterruptedException {
    Instant start = Instant.now();
    RunSummary begun = RunSummary.begun(options.workload(), start, arguments);
    RunFolder folder = begin(begun, start);
    StoreWriter writer = new StoreWriter();
    try (RunLog log = log(folder)) {
      AtExit interrupted = new AtExit(() -> interrupt(folder, begun, log));
      try {
        return run(options, begun, folder, writer, log);
      } catch (RuntimeException e) {
        keepSummary(folder, begun.ended(ExitStatus.CRASHED.label(), e.toString()), writer);
        throw e;
      } catch (OutOfMemoryError e) {
        // Memory is free again: nothing refers to the history any more.
        keepSummary(folder, begun.ended(ExitStatus.CRASHED.label(), OUT_OF_MEMORY), writer);
        log.log(ERROR, OUT_OF_MEMORY);
        return ExitStatus.CRASHED;
      } finally {
        interrupted.cancel();
      }
    }
  }

  private RunFolder begin(RunSummary begun, Instant start) throws UnwritableStoreException {
    try {
      RunFolder folder = new RunFolder(store.newRun(begun.workload(), start));
      folder.writeSummary(begun);
      return folder;
    } catch (IOException e) {
      throw new UnwritableStoreException(store.root(), e);
    }
  }

  private RunLog log(RunFolder folder) throws UnwritableStoreException {
    try {
      return new RunLog(console, terminal, folder.log(), InstantSource.system());
    } catch (UncheckedIOException e) {
      throw new UnwritableStoreException(store.root(), e.getCause());
    }
  }

  private static void keepSummary(RunFolder folder, RunSummary summary, StoreWriter writer) {
    writer.write("run.json", () -> folder.writeSummary(summary));
  }

  private ExitStatus run(
      TestOptions options, RunSummary begun, RunFolder folder, StoreWriter writer, RunLog log)
      throws InterruptedException {
    log.log(INFO, () -> "Running " + ShellWords.join(arguments));
    log.log(INFO, () -> "Seed " + options.seed());
    Workload workload = Workloads.named(options.workload()).factory().apply(options);
    RealTimeScheduler scheduler = new RealTimeScheduler();
    Recording recording = new Recording(scheduler);
    RunRecord outcome = operate(options, workload, scheduler, recording, folder, writer, log);
    Optional<Result> result = judge(options, workload, outcome, folder, writer, log);
    Screen screen = screen(options, outcome, result);
    writer.write(
        "messages",
        () ->
            folder.writeTest(
                new StoredRun(
                    arguments,
                    options.seed(),
                    outcome.rate().orElse(new Rate(options.rate(), 0, 0)),
                    outcome.network()),
                recording));
    if (logs.perfetto) {
      writer.write("trace.json", () -> folder.writeTrace(outcome.history(), recording));
    }
    writer.write(
        "report.html",
        () ->
            folder.writeReport(
                Reports.of(
                    options,
                    outcome,
                    result,
                    recording,
                    "workbench " + ShellWords.join(arguments),
                    "",
                    folder.nodeLogLines(options.nodes()),
                    folder.fileNames())));
    keepSummary(folder, begun.ended(screen.verdict(), outcome), writer);
    writer.write("the link latest", () -> store.finished(folder.path()));
    result.ifPresent(all -> log.plain(full.text(all.toEdn())));
    log.plain("\n" + screen.files(folder).text());
    if (log.isIncomplete()) {
      writer.lose("workbench.log", new IOException("can't be written"));
    }
    writer.problem().ifPresent(problem -> log.log(WARNING, problem));
    return screen.verdict();
  }

  /** Ctrl-C, most likely. The nodes are ended by their cluster. */
  private static void interrupt(RunFolder folder, RunSummary begun, RunLog log) {
    log.progress("");
    log.log(WARNING, "Interrupted.");
    keepSummary(folder, begun.ended(RunSummary.INTERRUPTED, ""), new StoreWriter());
  }

  private RunRecord operate(
      TestOptions options,
      Workload workload,
      RealTimeScheduler scheduler,
      Recording recording,
      RunFolder folder,
      StoreWriter writer,
      RunLog log)
      throws InterruptedException {
    try (ProcessCluster cluster =
        new ProcessCluster(
            command,
            folder.nodeLogs(),
            scheduler,
            (node, line) -> {
              if (logs.stderr) {
                log.log(INFO, () -> node + " stderr: " + line);
              }
            })) {
      TestRun run =
          new TestRun(
              options,
              workload,
              new World(
                  scheduler,
                  cluster,
                  new RandomStreams(options.seed()),
                  List.of(new NetLog(log), recording),
                  log),
              op -> {});
      run.begin();
      try (LiveProgress progress = new LiveProgress(scheduler, run, options, folder, log)) {
        progress.begin();
        scheduler.run();
      }
      cluster.logProblem().ifPresent(problem -> writer.lose("node-logs", problem));
      warnOfEscaped(cluster.escaped(), log);
      return run.outcome();
    }
  }

  private static void warnOfEscaped(List<String> processes, RunLog log) {
    if (!processes.isEmpty()) {
      log.log(
          WARNING,
          () ->
              "Processes that nodes have started still run, for they have left the nodes' process"
                  + " groups: "
                  + String.join(", ", processes)
                  + ". End them by kill.");
    }
  }

  /** The results; empty if the run could not be finished. */
  private static Optional<Result> judge(
      TestOptions options,
      Workload workload,
      RunRecord outcome,
      RunFolder folder,
      StoreWriter writer,
      RunLog log) {
    writer.write("the history", () -> folder.writeHistory(outcome.history()));
    if (outcome.failure().isPresent()) {
      writer.write("results.edn", () -> folder.writeFailure(outcome.failure().get()));
      return Optional.empty();
    }
    log.log(INFO, "Analyzing...");
    Result result = Analysis.of(options, workload, outcome);
    writer.write("results.edn", () -> folder.writeResults(result.toEdn()));
    return Optional.of(result);
  }

  private Screen screen(TestOptions options, RunRecord outcome, Optional<Result> result) {
    Screen screen =
        Screen.of(options, outcome, result).again(ShellCommand.again(arguments, options.seed()));
    return outcome
        .rate()
        .filter(rate -> !rate.kept())
        .map(rate -> screen.note(RateWarning.of(rate, options, outcome.history())))
        .orElse(screen);
  }

  /** Logs messages, if that was asked for. */
  private final class NetLog implements NetworkListener {
    private final RunLog log;

    NetLog(RunLog log) {
      this.log = log;
    }

    @Override
    public void sent(long id, Message message) {
      if (logs.netSend) {
        log.log(INFO, () -> "send " + id + " " + Codec.encode(message));
      }
    }

    @Override
    public void received(long id, Message message, long sentNanos) {
      if (logs.netRecv) {
        log.log(INFO, () -> "recv " + id + " " + Codec.encode(message));
      }
    }
  }
}
