package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time. */
class BroadcastTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("broadcast")
        .nodes(1)
        .rate(10)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 10, thorough = 100)
  void oneNodePassesItsChallenge(long seed) {
    SimulatedRun run = challenge().availability(1).seed(seed).run().assertValid();
    assertThat(run.serverMessages()).isZero();
  }

  @Test
  void failsTheNextChallenge() {
    SimulatedRun run = challenge().nodes(5).run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.finding("missing-count")).isPresent();
  }

  @Test
  @Tag("golden")
  void remembers() {
    Scenario<?> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.note("The node acknowledges a value each time, and keeps it once.");
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.call("n0", new Broadcast(3), BroadcastOk.class);
    assertThat(scenario.call("n0", new Read(), ReadOk.class).messages()).containsExactly(7, 3);
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/one-node.txt"), scenario);
  }
}
