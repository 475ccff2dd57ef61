package glomers.raft;

import glomers.workbench.checker.Validity;
import glomers.workbench.network.Latency;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * The store under faults, judged by its history and its invariants. Each seed has some of the
 * faults only (swarm testing; Groce et al. 2012): under all of them at once too little happens. And
 * some limits are so low that what else needs thousands of entries happens all the time.
 */
final class FaultyRun implements LongFunction<Optional<String>> {
  private static final List<String> FAULTS =
      List.of(
          "partition",
          "one-way-partition",
          "loss",
          "duplicate",
          "reorder",
          "slow",
          "pause",
          "kill",
          "power",
          "disk",
          "clock");

  private static final int OPERATIONS = 800;

  /** A message that carries one entry only takes its time. */
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(8);

  static Simulation<Server> of(long seed) {
    Random random = new Random(seed);
    Limits limits = limits(random);
    int rate = 20 + random.nextInt(180);
    int keys = 1 + random.nextInt(5);
    return Invariants.holdIn(
        Simulation.of(node -> new Server(node, false, limits))
            .workload("lin-kv")
            .nodes(random.nextBoolean() ? 3 : 5)
            .concurrency("2n")
            .options(options -> options.keyCount(keys))
            .rate(rate)
            .timeLimit(Duration.ofSeconds(OPERATIONS / rate))
            .latency(new Latency(Latency.Shape.EXPONENTIAL, 1 + random.nextInt(40)))
            .nemesis(FAULTS.stream().filter(fault -> random.nextInt(4) == 0).toArray(String[]::new))
            .nemesisInterval(Duration.ofMillis(100 + random.nextInt(1_000)))
            .seed(seed),
        SETTLED_WITHIN);
  }

  /** Each of them is as usual or low, or else so that there are many elections. */
  private static Limits limits(Random random) {
    return new Limits(
        random.nextBoolean() ? 1 : 1_000,
        Duration.ofMillis(random.nextBoolean() ? 0 : 35),
        1 + random.nextInt(4),
        1 + random.nextInt(3),
        random.nextBoolean() ? random.nextInt(40) - 20 : 250,
        List.of(260, 500, 1_000).get(random.nextInt(3)),
        random.nextBoolean() ? 1 : 20);
  }

  /** What is wrong in the run of a seed: a rule, or the name of an invariant. */
  @Override
  public Optional<String> apply(long seed) {
    SimulatedRun run = of(seed).run();
    if (run.result().isEmpty()) {
      return Optional.of("no end: " + run.problem());
    }
    return run.result().stream()
        .flatMap(result -> result.findings().stream())
        .filter(finding -> finding.validity() == Validity.INVALID)
        .filter(finding -> !finding.rule().name().equals("stats"))
        .map(finding -> finding.rule().name() + ": " + finding.sentence())
        .findFirst();
  }
}
