package glomers.workbench.cli;

import glomers.workbench.simulation.SimulatedRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

/** Runs a simulation for many seeds, as many at a time as there are processors. */
final class SeedSweep {
  private final LongFunction<SimulatedRun> simulation;
  private final PrintWriter console;
  private final boolean terminal;

  /**
   * A sweep that shows how far it is on a terminal.
   *
   * @param simulation runs one seed; called on many threads
   */
  SeedSweep(LongFunction<SimulatedRun> simulation, PrintWriter console, boolean terminal) {
    this.simulation = simulation;
    this.console = console;
    this.terminal = terminal;
  }

  /** The figures of a run that is itself forgotten: thousands of histories would fill memory. */
  private record Figures(boolean valid, double messages, double median, double max) {
    static Figures of(SimulatedRun run) {
      return new Figures(
          run.isValid(),
          run.serverMessagesPerOperation(),
          run.stableLatencyMillis(0.5),
          run.stableLatencyMillis(1));
    }
  }

  /**
   * What a sweep has led to.
   *
   * @param firstBad the run of the lowest seed that was not valid
   */
  record Summary(List<Figures> runs, Optional<SimulatedRun> firstBad) {
    String describe() {
      long valid = runs.stream().filter(Figures::valid).count();
      return String.format(
          Locale.ROOT,
          "%,d of %,d seeds are valid%n%n%-34s %10s %10s %10s%n%s%s%s",
          valid,
          runs.size(),
          "",
          "min",
          "median",
          "max",
          row("server messages an operation", Figures::messages),
          row("stable latency, median of a run, ms", Figures::median),
          row("stable latency, max of a run, ms", Figures::max));
    }

    private String row(String name, java.util.function.ToDoubleFunction<Figures> figure) {
      double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
      return String.format(
          Locale.ROOT,
          "%-34s %10.2f %10.2f %10.2f%n",
          name,
          sorted[0],
          sorted[sorted.length / 2],
          sorted[sorted.length - 1]);
    }
  }

  Summary run(List<Long> seeds) throws InterruptedException {
    ConcurrentSkipListMap<Long, Figures> figures = new ConcurrentSkipListMap<>();
    AtomicReference<SimulatedRun> bad = new AtomicReference<>();
    AtomicReference<RuntimeException> broken = new AtomicReference<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    for (long seed : seeds) {
      threads.execute(
          () -> {
            try {
              SimulatedRun run = simulation.apply(seed);
              figures.put(seed, Figures.of(run));
              if (!run.isValid()) {
                bad.accumulateAndGet(run, SeedSweep::earlier);
              }
            } catch (RuntimeException | Error e) {
              broken.compareAndSet(null, new IllegalStateException("seed " + seed + " broke", e));
            }
          });
    }
    threads.shutdown();
    while (!threads.awaitTermination(200, TimeUnit.MILLISECONDS)) {
      show(figures.size() + " of " + seeds.size() + " seeds");
    }
    show("");
    if (broken.get() != null) {
      throw broken.get();
    }
    return new Summary(new ArrayList<>(figures.values()), Optional.ofNullable(bad.get()));
  }

  private static SimulatedRun earlier(SimulatedRun one, SimulatedRun other) {
    return one == null || other.options().seed() < one.options().seed() ? other : one;
  }

  private void show(String progress) {
    if (terminal) {
      console.print("\r\u001b[K" + progress);
      console.flush();
    }
  }
}
