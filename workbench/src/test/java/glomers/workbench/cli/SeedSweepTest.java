package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.report.ExitStatus;
import glomers.workbench.run.TestServers;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.sweep.SeedResult;
import glomers.workbench.sweep.SweepSummary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedSweepTest {
  private final StringWriter out = new StringWriter();
  private final Queue<SeedResult> results = new ConcurrentLinkedQueue<>();

  private static SimulatedRun echo(long seed, boolean good) {
    return Simulation.of(TestServers.server(good ? TestServers::echo : node -> {}))
        .workload("echo")
        .timeLimit(Duration.ofSeconds(2))
        .noSwarm()
        .seed(seed)
        .run();
  }

  private SeedSweep newSweep(LongFunction<SimulatedRun> simulation, boolean terminal) {
    return new SeedSweep(
        simulation, seed -> "again " + seed, results::add, new PrintWriter(out), terminal);
  }

  private SweepSummary sweep(LongFunction<SimulatedRun> simulation) throws InterruptedException {
    return newSweep(simulation, false).run(0, 50);
  }

  @Test
  void keepsRunOfLowestFailingSeed() throws InterruptedException {
    Set<Long> bad = Set.of(13L, 14L, 40L, 49L);
    SweepSummary summary = sweep(seed -> echo(seed, !bad.contains(seed)));
    assertThat(summary.firstBad()).map(SeedResult::seed).contains(13L);
    assertThat(summary.describe())
        .startsWith(
            "46 of 50 seeds are valid\nSeeds 13, 14, 40, 49 are not.\nSeed 13 is told below; to see"
                + " another, write --seed 14 in place of --seeds.\n\n");
  }

  @Test
  void tellsOneValidSeedInTheSingular() {
    SweepSummary summary = new SweepSummary();
    summary.add(
        new SeedResult(0, ExitStatus.VALID, Map.of("latency, ms", 15_000.0), Map.of(), none()));
    summary.add(new SeedResult(1, ExitStatus.INVALID, Map.of("lag, s", 1.5), Map.of(), none()));
    assertThat(summary.table())
        .startsWith("1 of 2 seeds is valid\nSeed 1 is not; it is told below.\n\n")
        .contains("latency, ms                            15,000     15,000     15,000\n")
        .contains("lag, s                                   1.50       1.50       1.50\n");
  }

  @Test
  void isInvalidIfNoOperationOfSomeFunctionWasOkInAnyRun() {
    SweepSummary summary = new SweepSummary();
    summary.add(
        new SeedResult(
            0, ExitStatus.VALID, Map.of(), Map.of("read", true, "write", false), none()));
    summary.add(new SeedResult(1, ExitStatus.VALID, Map.of(), Map.of("read", false), none()));
    assertThat(summary.verdict()).isEqualTo(ExitStatus.INVALID);
    assertThat(summary.describe())
        .startsWith("2 of 2 seeds are valid\nNo write operation was ok in any of them; to see one,")
        .endsWith(ExitStatus.INVALID.lastLine());
    summary.add(new SeedResult(2, ExitStatus.VALID, Map.of(), Map.of("write", true), none()));
    assertThat(summary.verdict()).isEqualTo(ExitStatus.VALID);
  }

  private static Optional<SeedResult.Failure> none() {
    return Optional.empty();
  }

  @Test
  void whateverTheOrderIsInWhichTheyRun() throws InterruptedException {
    SweepSummary summary = sweep(seed -> echo(seed, seed < 7));
    assertThat(summary.firstBad()).map(SeedResult::seed).contains(7L);
    assertThat(summary.describe())
        .startsWith(
            "7 of 50 seeds are valid\nSeeds 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, … are not.\nSeed 7 is");
  }

  @Test
  void tellsEachResultAndDescribesTheLowestFailure() throws InterruptedException {
    sweep(seed -> echo(seed, seed < 7));
    assertThat(results.stream().map(SeedResult::seed))
        .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 50).boxed().toList());
    assertThat(results).allMatch(result -> result.isValid() == result.seed() < 7);
    SeedResult lowest = results.stream().filter(result -> result.seed() == 7).findAny().get();
    assertThat(lowest.failure().get().description())
        .startsWith(
            "echo, 5 nodes, 2 s at 5 operations per second, seed 7: invalid\n\nWhat is wrong:\n 1. ");
    assertThat(lowest.failure().get().replay()).isEqualTo("again 7");
    assertThat(results.stream().filter(result -> result.failure().isPresent()))
        .as("descriptions are long, and only the lowest is ever shown")
        .hasSizeLessThan(10);
  }

  @Test
  void ifAllAreValidNoneIsKept() throws InterruptedException {
    SweepSummary summary = sweep(seed -> echo(seed, true));
    assertThat(summary.firstBad()).isEmpty();
    assertThat(summary.describe().lines())
        .startsWith("50 of 50 seeds are valid", "")
        .anyMatch(line -> line.matches(" +min +median +max"));
    assertThat(out.toString()).as("there is no terminal").isEmpty();
  }

  @Test
  void showsProgressOnTerminal() throws InterruptedException {
    newSweep(seed -> echo(seed, true), true).run(0, 50);
    assertThat(out.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void throwsErrorOfBrokenSimulation() {
    assertThatThrownBy(
            () ->
                sweep(
                    seed -> {
                      if (seed == 13) {
                        throw new StackOverflowError("too deep");
                      }
                      return echo(seed, true);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("seed 13 broke")
        .hasRootCauseMessage("too deep");
  }
}
