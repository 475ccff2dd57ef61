package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.run.TestServers;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SeedSweepTest {
  private final StringWriter out = new StringWriter();

  private static SimulatedRun echo(long seed, boolean good) {
    return Simulation.of(TestServers.server(good ? TestServers::echo : node -> {}))
        .workload("echo")
        .timeLimit(Duration.ofSeconds(2))
        .seed(seed)
        .run();
  }

  private SeedSweep.Summary sweep(LongFunction<SimulatedRun> simulation)
      throws InterruptedException {
    return new SeedSweep(simulation, new PrintWriter(out), false).run(0, 50);
  }

  @Test
  void keepsRunOfLowestFailingSeed() throws InterruptedException {
    Set<Long> bad = Set.of(13L, 14L, 40L, 49L);
    SeedSweep.Summary summary = sweep(seed -> echo(seed, !bad.contains(seed)));
    assertThat(summary.firstBad()).map(run -> run.options().seed()).contains(13L);
    assertThat(summary.describe()).startsWith("46 of 50 seeds are valid");
  }

  @Test
  void whateverTheOrderIsInWhichTheyRun() throws InterruptedException {
    SeedSweep.Summary summary = sweep(seed -> echo(seed, seed < 7));
    assertThat(summary.firstBad()).map(run -> run.options().seed()).contains(7L);
    assertThat(summary.describe()).startsWith("7 of 50 seeds are valid");
  }

  @Test
  void ifAllAreValidNoneIsKept() throws InterruptedException {
    SeedSweep.Summary summary = sweep(seed -> echo(seed, true));
    assertThat(summary.firstBad()).isEmpty();
    assertThat(summary.describe().lines())
        .startsWith("50 of 50 seeds are valid", "")
        .anyMatch(line -> line.matches(" +min +median +max"));
    assertThat(out.toString()).as("there is no terminal").isEmpty();
  }

  @Test
  void showsProgressOnTerminal() throws InterruptedException {
    new SeedSweep(seed -> echo(seed, true), new PrintWriter(out), true).run(0, 50);
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
