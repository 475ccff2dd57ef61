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
  @DisplayName(
      "24 of 25 nodes get each value once, and acknowledge it; half of the operations read")
  void meetsTheChallengesLimits(long seed) {
    SimulatedRun run = challenge().availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(25);
    assertThat(run.figure("stable latency, median, ms").orElseThrow()).isLessThanOrEqualTo(100);
    assertThat(run.figure("stable latency, maximum, ms").orElseThrow()).isLessThanOrEqualTo(150);
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
  @DisplayName(
      "a round trip longer than the first timeout: the second or third attempt waits for it")
  void sendsNothingWhenSlowNetworkHasBroughtAll() {
    challenge()
        .nodes(3)
        .rate(10)
        .latency(Duration.ofMillis(1_250))
        .recovery(Duration.ofSeconds(40))
        .options(options -> options.quiescence(0))
        .run()
        .assertValid();
  }

  @Test
  void failsTheNextChallenge() {
    SimulatedRun run = challenge().timeLimit(Duration.ofSeconds(5)).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isGreaterThan(20);
  }

  @Test
  @DisplayName(
      "a value crosses each link once, and never between two nodes that got it from a third")
  void forwardsOnlyWhatClientsSend() {
    Scenario<?> scenario = Scenario.of(Server::new, 4, LATENCY, 1);
    scenario.call("n2", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(5));
    assertThat(scenario.trace().lines().filter(line -> line.contains("\"broadcast\"")))
        .filteredOn(line -> !line.contains("c0"))
        .hasSize(3)
        .allMatch(line -> line.contains("n2 -> "));
  }

  @Test
  @Tag("golden")
  void sendsAgainUntilAcknowledged() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("Only n0, which a client has sent the value to, sends it to the others;");
    scenario.note("again to n2, which is alone at first.");
    scenario.isolate("n2");
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(500));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(3));
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).containsExactly(7);
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/hop.txt"), scenario);
  }
}
