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
import java.util.stream.Stream;

/**
 * The store under faults, judged by its history and its invariants. Each seed has some of the
 * faults only (swarm testing; Groce et al. 2012): under all of them at once too little happens. And
 * some limits are so low that what else needs thousands of entries happens all the time.
 */
final class FaultyRun implements LongFunction<Optional<String>> {
  private static final int OPERATIONS = 800;

  /** One of them at least is in each run: without them the first leader leads to the end. */
  private static final List<String> OF_LEADERS =
      List.of("partition", "one-way-partition", "pause", "kill", "power");

  private static final List<String> OTHERS =
      List.of("loss", "duplicate", "reorder", "slow", "disk", "clock");

  /** Messages that carry one entry only take their time: a backlog may have a thousand. */
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

  static Simulation<Server> of(long seed) {
    Random random = new Random(seed);
    boolean isFar = random.nextBoolean();
    Limits limits = limits(random);
    int rate = isFar ? 5 + random.nextInt(15) : 20 + random.nextInt(180);
    int keys = 1 + random.nextInt(5);
    return Invariants.holdIn(
        Simulation.of(node -> new Server(node, false, limits))
            .workload("lin-kv")
            .nodes(random.nextBoolean() ? 3 : 5)
            .concurrency("2n")
            .options(options -> options.keyCount(keys))
            .rate(rate)
            .timeLimit(Duration.ofSeconds(Math.min(30, OPERATIONS / rate)))
            .latency(new Latency(Latency.Shape.EXPONENTIAL, latencyMillis(isFar, random)))
            .nemesis(faults(random))
            .nemesisInterval(Duration.ofMillis(random.nextBoolean() ? 150 : 1_500))
            .noSwarm()
            .seed(seed),
        SETTLED_WITHIN);
  }

  /** If nodes are far from each other, the next election often begins before there is a leader. */
  private static int latencyMillis(boolean isFar, Random random) {
    return isFar ? 50 + random.nextInt(100) : 1 + random.nextInt(40);
  }

  private static String[] faults(Random random) {
    String one = OF_LEADERS.get(random.nextInt(OF_LEADERS.size()));
    return Stream.concat(OF_LEADERS.stream(), OTHERS.stream())
        .filter(fault -> fault.equals(one) || random.nextInt(5) == 0)
        .toArray(String[]::new);
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
    return findingOf(of(seed).run());
  }

  static Optional<String> findingOf(SimulatedRun run) {
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
