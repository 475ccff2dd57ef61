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
 * faults only (swarm testing; Groce et al. 2012): under all of them at once too little happens.
 */
final class FaultyRun implements LongFunction<Optional<String>> {
  private static final List<String> FAULTS =
      List.of(
          "partition", "loss", "duplicate", "reorder", "pause", "kill", "power", "disk", "clock");

  static Simulation<Server> of(long seed) {
    Random random = new Random(seed);
    return Invariants.holdIn(
        Simulation.of(Server::new)
            .workload("lin-kv")
            .nodes(random.nextBoolean() ? 3 : 5)
            .concurrency("2n")
            .rate(60)
            .timeLimit(Duration.ofSeconds(30))
            .latency(new Latency(Latency.Shape.EXPONENTIAL, 1 + random.nextInt(30)))
            .nemesis(FAULTS.stream().filter(fault -> random.nextInt(3) == 0).toArray(String[]::new))
            .nemesisInterval(Duration.ofMillis(500 + random.nextInt(2_500)))
            .seed(seed));
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
