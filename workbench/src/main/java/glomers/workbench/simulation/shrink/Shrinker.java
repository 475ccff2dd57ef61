package glomers.workbench.simulation.shrink;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.network.Latency;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.shrink.Script.Timed;
import glomers.workbench.simulation.shrink.Script.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Cuts a failing run down: leaves out nodes, operations, faults and time as long as the run still
 * breaks the same rule (delta debugging, the algorithm ddmin; Zeller and Hildebrandt 2002). Each
 * try plays a {@link Scenario} with the same seed. Bounded by the number of steps that are played,
 * not by the clock, so that the same run always leads to the same result.
 */
public final class Shrinker {
  private static final long STEPS_MAX = 300_000;
  private static final long TRIES_MAX = 3_000;
  private static final int SEEDS_TRIED = 10;

  /** The pauses between steps that are tried in place of longer ones, in milliseconds. */
  private static final long[] PAUSES = {0, 1, 10, 100, 1_000};

  private final ScenarioFactory scenarios;
  private final Consumer<String> progress;
  private String rule;
  private long steps;
  private long tries;

  /** Makes the clusters on which scripts are played. */
  @FunctionalInterface
  public interface ScenarioFactory {
    /** A cluster of nodes with these ids, with the invariants of the run. */
    Scenario<?> make(List<String> nodes, Latency latency, long seed);
  }

  /** The result of a try. */
  private record Try(Scenario<?> scenario, Result result) {
    Optional<Finding> finding() {
      return first(result);
    }
  }

  /**
   * A shrinker of one server's runs.
   *
   * @param progress receives now and then how far it is, in a few words
   */
  public Shrinker(ScenarioFactory scenarios, Consumer<String> progress) {
    this.scenarios = scenarios;
    this.progress = progress;
  }

  /**
   * The shortest run found that breaks the rule that this one breaks first.
   *
   * @return empty if the run is valid, or does not fail in this way when its operations and faults
   *     are played as a scenario
   */
  public Optional<ShortestRun> shrink(SimulatedRun run) {
    Optional<String> broken =
        run.result().flatMap(result -> first(result).map(finding -> finding.rule().name()));
    if (broken.isEmpty()) {
      return Optional.empty();
    }
    rule = broken.get();
    Optional<Script> played = played(ScriptReader.read(run));
    if (played.isEmpty()) {
      return Optional.empty();
    }
    Script whole = played.get();
    Script shortest = shrink(whole);
    Try last = play(shortest);
    return Optional.of(
        new ShortestRun(
            last.result(),
            last.scenario().outcome(),
            last.scenario().recording(),
            shortest.nodes(),
            last.scenario().trace(),
            ScenarioSource.of(shortest),
            summary(whole, shortest)));
  }

  /**
   * The whole run as a scenario that fails. What is random, such as losses, is so in another way
   * there; if the run's own seed does not fail, one of the next may.
   */
  private Optional<Script> played(Script whole) {
    return LongStream.range(whole.seed(), whole.seed() + SEEDS_TRIED)
        .mapToObj(whole::withSeed)
        .filter(this::fails)
        .findFirst();
  }

  private String summary(Script whole, Script shortest) {
    return String.format(
        Locale.ROOT,
        "The shortest failing run found has %s, %s and %s; the full run has %d, %,d and %,d.",
        count(shortest.nodes().size(), "node"),
        count(shortest.operations(), "operation"),
        count(shortest.faults(), "fault"),
        whole.nodes().size(),
        whole.operations(),
        whole.faults());
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private Script shrink(Script whole) {
    Script now = simplerLatency(whole);
    int size;
    do {
      size = now.nodes().size() + now.units().size();
      now = fewerUnits(now);
      now = fewerNodes(now);
    } while (now.nodes().size() + now.units().size() < size && !isSpent());
    return shorterPauses(now);
  }

  private Script simplerLatency(Script script) {
    Script none = script.with(Latency.NONE);
    if (fails(none)) {
      return none;
    }
    Script constant =
        script.with(new Latency(Latency.Shape.CONSTANT, script.latency().meanMillis()));
    return fails(constant) ? constant : script;
  }

  private Script fewerNodes(Script script) {
    Script now = script;
    for (String node : script.nodes()) {
      Script fewer = now.withoutNode(node);
      if (now.nodes().size() > 1 && fails(fewer)) {
        now = fewer;
      }
    }
    return now;
  }

  /** Leaves out units, many at a time at first. */
  private Script fewerUnits(Script script) {
    Script now = script;
    int size = Math.max(1, now.units().size() / 2);
    while (true) {
      boolean changed = false;
      for (int from = 0; from < now.units().size(); ) {
        List<Unit> left = new ArrayList<>(now.units());
        left.subList(from, Math.min(from + size, left.size())).clear();
        Script fewer = now.with(left);
        if (fails(fewer)) {
          now = fewer;
          changed = true;
        } else {
          from += size;
        }
      }
      if (size == 1 && !changed || isSpent()) {
        return now;
      }
      size = Math.max(1, size / 2);
    }
  }

  private Script shorterPauses(Script script) {
    Script now = script;
    for (int i = 0; i < now.steps().size(); i++) {
      long before = i == 0 ? 0 : now.steps().get(i - 1).millis();
      long pause = now.steps().get(i).millis() - before;
      for (long shorter : PAUSES) {
        if (shorter >= pause) {
          break;
        }
        Script sooner = sooner(now, before + pause, pause - shorter);
        if (fails(sooner)) {
          now = sooner;
          break;
        }
      }
    }
    return now;
  }

  /** All steps from a time on come sooner. */
  private static Script sooner(Script script, long fromMillis, long byMillis) {
    List<Unit> units = new ArrayList<>();
    for (Unit unit : script.units()) {
      units.add(
          new Unit(
              unit.steps().stream()
                  .map(
                      timed ->
                          timed.millis() < fromMillis
                              ? timed
                              : new Timed(timed.millis() - byMillis, timed.step()))
                  .toList()));
    }
    return script.with(units);
  }

  private boolean isSpent() {
    return steps > STEPS_MAX || tries > TRIES_MAX;
  }

  private boolean fails(Script script) {
    if (isSpent()) {
      return false;
    }
    tries++;
    steps += script.units().size() + 20L;
    if (tries % 50 == 0) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "looking for a shorter failing run: %d nodes, %d operations, %d tries",
              script.nodes().size(),
              script.operations(),
              tries));
    }
    return play(script).finding().map(found -> found.rule().name()).equals(Optional.of(rule));
  }

  private Try play(Script script) {
    Scenario<?> scenario = scenarios.make(script.nodes(), script.latency(), script.seed());
    try {
      scenario.workload(
          script.workload(),
          options -> {
            if (!script.models().isEmpty()) {
              options.consistencyModels(script.models());
            }
          });
      long now = 0;
      for (Timed timed : script.steps()) {
        if (timed.millis() > now) {
          scenario.advance(Duration.ofMillis(timed.millis() - now));
          now = timed.millis();
        }
        timed.step().apply(scenario);
      }
      return new Try(scenario, scenario.judge());
    } catch (AssertionError e) {
      return new Try(scenario, result(scenario.violation()));
    } catch (RuntimeException e) {
      return new Try(scenario, result(Optional.empty())); // this script makes no sense
    }
  }

  private static Result result(Optional<Finding> finding) {
    Result.Builder result = Result.builder();
    finding.ifPresent(result::finding);
    return result.build();
  }

  private static Optional<Finding> first(Result result) {
    return result.findings().stream()
        .filter(finding -> finding.validity() == Validity.INVALID)
        .findFirst();
  }
}
