package glomers.workbench.cli;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.general.StatsChecker;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.guard.UnfitServerException;
import glomers.workbench.sweep.SeedResult;
import glomers.workbench.sweep.SweepSummary;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Runs a simulation for many seeds, as many at a time as there are processors. */
final class SeedSweep {
  private final LongFunction<SimulatedRun> simulation;
  private final LongFunction<String> replay;
  private final Consumer<SeedResult> listener;
  private final PrintWriter console;
  private final boolean terminal;
  private final SweepSummary summary = new SweepSummary();
  private final AtomicReference<SimulatedRun> firstBad = new AtomicReference<>();
  private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

  /**
   * A sweep that shows its progress.
   *
   * @param simulation runs one seed; called on many threads
   * @param replay the command that runs a seed again
   * @param listener receives each result, on many threads
   * @param terminal whether the console is one
   */
  SeedSweep(
      LongFunction<SimulatedRun> simulation,
      LongFunction<String> replay,
      Consumer<SeedResult> listener,
      PrintWriter console,
      boolean terminal) {
    this.simulation = simulation;
    this.replay = replay;
    this.listener = listener;
    this.console = console;
    this.terminal = terminal;
  }

  /**
   * Runs all seeds from one up to another, which is not included. For use once.
   *
   * @throws IllegalStateException if a run broke down; the message names its seed
   * @throws UnfitServerException if it turned out that the server can't be simulated
   */
  SweepSummary run(long from, long to) throws InterruptedException {
    int threadCount = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(threadCount);
    LongStream.range(0, Math.min(threadCount, to - from))
        .forEach(
            first ->
                threads.execute(
                    () -> {
                      for (long seed = from + first; seed < to; seed += threadCount) {
                        run(seed);
                      }
                    }));
    threads.shutdown();
    SweepProgress progress = new SweepProgress(to - from, console, terminal);
    long begin = System.nanoTime();
    while (!threads.awaitTermination(200, TimeUnit.MILLISECONDS)) {
      progress.show(summary.seeds(), summary.failed(), System.nanoTime() - begin);
    }
    progress.end();
    if (broken.get() != null) {
      throw broken.get();
    }
    return summary;
  }

  private void run(long seed) {
    try {
      SeedResult result = result(simulation.apply(seed));
      summary.add(result);
      listener.accept(result);
    } catch (UnfitServerException e) {
      broken.compareAndSet(null, e);
    } catch (RuntimeException | Error e) {
      broken.compareAndSet(null, new IllegalStateException("seed " + seed + " broke", e));
    }
  }

  /** The result of a run, without its history: thousands of histories would fill memory. */
  private SeedResult result(SimulatedRun run) {
    long seed = run.options().seed();
    ExitStatus verdict = run.screen().verdict();
    boolean isShown =
        verdict != ExitStatus.VALID && firstBad.accumulateAndGet(run, SeedSweep::lower) == run;
    return new SeedResult(
        seed,
        verdict,
        run.result().map(Result::figures).orElse(Map.of()),
        StatsChecker.okByFunction(run.outcome().mainHistory()),
        isShown
            ? Optional.of(new SeedResult.Failure(run.screen().what(), replay.apply(seed)))
            : Optional.empty());
  }

  /** The summary of a sweep that failed, and what is to be shown of the run, on one screen. */
  static String text(SweepSummary summary, Screen screen) {
    String table = summary.table();
    int tableLines = (int) table.lines().count() + 1;
    return table + "\n" + screen.text(Screen.LINES_MAX - tableLines);
  }

  private static SimulatedRun lower(SimulatedRun one, SimulatedRun other) {
    return one == null || other.options().seed() < one.options().seed() ? other : one;
  }

  /** The run of the lowest seed that was not valid. */
  Optional<SimulatedRun> firstBad() {
    return Optional.ofNullable(firstBad.get());
  }
}
