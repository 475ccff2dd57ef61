package glomers.workbench.cli;

import glomers.workbench.checker.Result;
import glomers.workbench.simulation.SimulatedRun;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Runs a simulation for many seeds, as many at a time as there are processors. */
final class SeedSweep {
  private final LongFunction<SimulatedRun> simulation;
  private final PrintWriter console;
  private final boolean terminal;

  /**
   * A sweep that shows its progress on a terminal.
   *
   * @param simulation runs one seed; called on many threads
   */
  SeedSweep(LongFunction<SimulatedRun> simulation, PrintWriter console, boolean terminal) {
    this.simulation = simulation;
    this.console = console;
    this.terminal = terminal;
  }

  /** The part of a run that is kept: thousands of histories would fill memory. */
  private record Row(boolean valid, Map<String, Double> figures) {
    static Row of(SimulatedRun run) {
      return new Row(run.isValid(), run.result().map(Result::figures).orElse(Map.of()));
    }
  }

  /**
   * The result of a sweep.
   *
   * @param firstBad the run of the lowest seed that was not valid
   */
  record Summary(List<Row> rows, Optional<SimulatedRun> firstBad) {
    String describe() {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              "%,d of %,d seeds are valid%n%n%-34s %10s %10s %10s%n",
              rows.stream().filter(Row::valid).count(),
              rows.size(),
              "",
              "min",
              "median",
              "max"));
      Map<String, List<Double>> figures = new TreeMap<>();
      for (Row row : rows) {
        row.figures()
            .forEach(
                (name, value) ->
                    figures.computeIfAbsent(name, none -> new ArrayList<>()).add(value));
      }
      figures.forEach((name, values) -> text.append(line(name, values)));
      return text.toString();
    }

    private static String line(String name, List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      return String.format(
          Locale.ROOT,
          "%-34s %10.2f %10.2f %10.2f%n",
          name,
          sorted.get(0),
          sorted.get(sorted.size() / 2),
          sorted.get(sorted.size() - 1));
    }
  }

  /**
   * Runs all seeds from one up to another, which is not included.
   *
   * @throws IllegalStateException if a run broke down; the message names its seed
   */
  Summary run(long from, long to) throws InterruptedException {
    ConcurrentSkipListMap<Long, Row> rows = new ConcurrentSkipListMap<>();
    AtomicReference<SimulatedRun> bad = new AtomicReference<>();
    AtomicReference<RuntimeException> broken = new AtomicReference<>();
    int threadCount = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(threadCount);
    LongStream.range(0, Math.min(threadCount, to - from))
        .forEach(
            first ->
                threads.execute(
                    () -> {
                      for (long seed = from + first; seed < to; seed += threadCount) {
                        run(seed, rows, bad, broken);
                      }
                    }));
    threads.shutdown();
    while (!threads.awaitTermination(200, TimeUnit.MILLISECONDS)) {
      show(rows.size() + " of " + (to - from) + " seeds");
    }
    show("");
    if (broken.get() != null) {
      throw broken.get();
    }
    return new Summary(new ArrayList<>(rows.values()), Optional.ofNullable(bad.get()));
  }

  private void run(
      long seed,
      Map<Long, Row> rows,
      AtomicReference<SimulatedRun> bad,
      AtomicReference<RuntimeException> broken) {
    try {
      SimulatedRun run = simulation.apply(seed);
      rows.put(seed, Row.of(run));
      if (!run.isValid()) {
        bad.accumulateAndGet(run, SeedSweep::earlier);
      }
    } catch (RuntimeException | Error e) {
      broken.compareAndSet(null, new IllegalStateException("seed " + seed + " broke", e));
    }
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
