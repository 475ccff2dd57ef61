package glomers.workbench.simulation;

import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.plan.Plan;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestFailure;
import glomers.workbench.shrink.ShortestRun.Search;
import glomers.workbench.shrink.Shrinker;
import glomers.workbench.trace.Recording;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.workload.TestOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The outcome of a simulated run.
 *
 * @param options what was run, with the seed
 * @param outcome what it left behind
 * @param result the verdict and its reasons; empty if the run could not be finished, as {@code
 *     outcome.failure()} then tells
 * @param trace its last events, oldest first
 * @param warnings what the server does that makes runs differ from one time to the next
 * @param recording its messages, if they were recorded
 * @param sometimes whether each condition of {@link Simulation#sometimes} was true at some time
 * @param again runs it again, with its messages recorded
 * @param system the server and its invariants
 */
public record SimulatedRun(
    TestOptions options,
    RunRecord outcome,
    Optional<Result> result,
    List<TraceEvent> trace,
    List<String> warnings,
    Optional<Recording> recording,
    Map<String, Boolean> sometimes,
    Supplier<SimulatedRun> again,
    SystemUnderTest<?> system) {
  /** Whether the run was finished and nothing is wrong. */
  public boolean isValid() {
    return result.map(Result::validity).orElse(Validity.INVALID) == Validity.VALID;
  }

  /**
   * Does nothing if {@link #isValid}.
   *
   * @throws InvalidRunError otherwise, with its {@link #screen}
   */
  public SimulatedRun assertValid() {
    if (!isValid()) {
      throw new InvalidRunError(this);
    }
    return this;
  }

  /** What was run, the verdict, and what is wrong, on a screen. */
  public Screen screen() {
    Screen screen = Screen.of(options, outcome, result);
    return warnings.isEmpty() || isValid()
        ? screen
        : screen.note(
            "This seed may not fail again, for the server can't be replayed: "
                + String.join("; ", warnings)
                + ".");
  }

  /** That screen, as text. */
  public String describe() {
    return screen().text();
  }

  /** The first check that found something, with what it found; or that nothing is wrong. */
  public String problem() {
    if (result.isEmpty()) {
      return outcome.failure().map(TestFailure::describe).orElse("the run did not end");
    }
    if (outcome.violation().isPresent()) {
      return outcome.violation().get().sentence();
    }
    for (Map.Entry<String, Object> check : result.get().details().entrySet()) {
      if (check.getValue() instanceof Result part && part.validity() != Validity.VALID) {
        return Findings.text(check.getKey(), part);
      }
    }
    return "nothing is wrong";
  }

  /**
   * The same run with its messages recorded. It is run again if they were not, for passing runs
   * record nothing.
   *
   * @throws IllegalStateException if the second run differs from the first: the server can't be
   *     replayed
   */
  public SimulatedRun recorded() {
    SimulatedRun recorded = recording.isPresent() ? this : again.get();
    if (!recorded.history().ops().equals(history().ops())) {
      throw new IllegalStateException(
          "Seed "
              + options.seed()
              + " does not lead to the same run twice: the server takes something from outside,"
              + " such as a clock, shared randomness, or the order of a hash.");
    }
    return recorded;
  }

  /** What it did, up to its end. */
  public Plan plan() {
    return Plan.of(options, history());
  }

  /**
   * Looks for the shortest run that breaks the same rule, for some seconds.
   *
   * @param progress receives now and then how far it is, in a few words
   */
  public Search shrink(Consumer<String> progress) {
    return Shrinker.shrink(system, plan(), result, progress);
  }

  /** The operations and faults. */
  public History history() {
    return outcome.history();
  }

  /** Messages between servers; without those of a final phase that is reported apart. */
  public long serverMessages() {
    return outcome.network().servers().sent();
  }

  /** Messages between servers per client operation, as Maelstrom counts them. */
  public double serverMessagesPerOperation() {
    long operations = outcome.mainHistory().clientOps().filter(Op::isInvoke).count();
    return operations == 0 ? 0 : (double) serverMessages() / operations;
  }

  /**
   * A finding of the workload's checker, under the name that results have for it, such as {@code
   * lost-count}; empty if there is none of this name.
   */
  public Optional<Object> finding(String name) {
    return result
        .map(all -> all.details().get("workload"))
        .filter(Result.class::isInstance)
        .map(workload -> ((Result) workload).details().get(name));
  }

  /**
   * A number that checkers give for summaries, such as {@code server messages per operation} or
   * {@code stable latency, median, ms}; empty if the run has none of this name.
   */
  public OptionalDouble figure(String name) {
    Double value = result.map(Result::figures).orElse(Map.of()).get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * How long values took until all reads saw them, in milliseconds, at a quantile that results show
   * (0, 0.5, 0.95, 0.99 or 1); 0 if there are none.
   */
  public long stableLatencyMillis(double quantile) {
    Object latencies = finding("stable-latencies").orElse(Map.of());
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) latencies).entrySet()) {
      if (((Number) entry.getKey()).doubleValue() == quantile) {
        return ((Number) entry.getValue()).longValue();
      }
    }
    return 0;
  }

  /** The results as they are printed. */
  public Map<Keyword, Object> toEdn() {
    return result.map(Result::toEdn).orElse(Map.of());
  }
}
