package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time. */
class BroadcastTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("broadcast")
        .nodes(25)
        .rate(100)
        .latency(LATENCY)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 1, thorough = 20)
  void meetsTheChallengesLimits(long seed) {
    SimulatedRun run = challenge().availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(9);
    assertThat(run.figure("stable latency, median, ms").orElseThrow()).isLessThan(1_000);
    assertThat(run.figure("stable latency, maximum, ms").orElseThrow()).isLessThan(2_000);
  }

  @SeedTest(value = 2, thorough = 200)
  void nothingIsLostUnderPartitions(long seed) {
    under("partition").availability(1).seed(seed).run().assertValid();
  }

  @SeedTest(value = 2, thorough = 200)
  void losesNothingUnderNetworkFaults(long seed) {
    under("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow", "pause")
        .seed(seed)
        .run()
        .assertValid();
  }

  private static Simulation<?> under(String... faults) {
    return challenge().nodes(9).rate(30).nemesis(faults).nemesisInterval(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition").nodes(nodes).run().assertValid();
  }

  @Test
  @Tag("golden")
  @DisplayName("values of one second go to each node in one message, the next ones in another")
  void gathersForASecond() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n0 holds values back for a second after the first of them.");
    for (int value : new int[] {7, 8, 9}) {
      scenario.call("n0", new Broadcast(value), BroadcastOk.class);
      scenario.advance(Duration.ofMillis(400));
    }
    scenario.advance(Duration.ofMillis(100));
    scenario.call("n0", new Broadcast(10), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(3));
    assertThat(scenario.trace().lines().filter(line -> line.contains("n0 -> n2")))
        .hasSize(2)
        .anyMatch(line -> line.contains("[7,8,9]"))
        .anyMatch(line -> line.contains("[10]"));
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/gather.txt"), scenario);
  }

  @Test
  @DisplayName("a full message goes at once: no line grows with what clients send in a second")
  void messagesHoldAThousandValues() {
    Scenario<?> scenario = Scenario.of(Server::new, 2, LATENCY, 1);
    for (int value = 0; value < 2_500; value++) {
      scenario.call("n0", new Broadcast(value), BroadcastOk.class);
    }
    scenario.advance(LATENCY);
    assertThat(scenario.call("n1", new Read(), ReadOk.class).messages()).hasSize(2_000);
    scenario.advance(Duration.ofSeconds(1));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).messages()).hasSize(2_500);
  }
}
