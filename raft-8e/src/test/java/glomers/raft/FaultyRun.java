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
 * most have limits so low that what else needs thousands of entries happens all the time.
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

  /** A message that carries one entry only takes its time. */
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(8);

  static Simulation<Server> of(long seed) {
    Random random = new Random(seed);
    Limits limits = random.nextInt(4) == 0 ? Limits.DEFAULT : lowered(random);
    return Invariants.holdIn(
        Simulation.of(node -> new Server(node, false, limits))
            .workload("lin-kv")
            .nodes(random.nextBoolean() ? 3 : 5)
            .concurrency("2n")
            .rate(20 + random.nextInt(100))
            .timeLimit(Duration.ofSeconds(10))
            .latency(new Latency(Latency.Shape.EXPONENTIAL, 1 + random.nextInt(30)))
            .nemesis(FAULTS.stream().filter(fault -> random.nextInt(4) == 0).toArray(String[]::new))
            .nemesisInterval(Duration.ofMillis(100 + random.nextInt(1_000)))
            .seed(seed),
        SETTLED_WITHIN);
  }

  private static Limits lowered(Random random) {
    return new Limits(
        1 + random.nextInt(3),
        Duration.ofMillis(random.nextInt(35)),
        1 + random.nextInt(4),
        1 + random.nextInt(4),
        random.nextInt(40) - 20,
        260 + random.nextInt(250),
        1 + random.nextInt(20));
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
