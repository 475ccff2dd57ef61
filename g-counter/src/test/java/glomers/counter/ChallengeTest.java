package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.network.Latency;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time, under the faults of the table in NOTES.md. */
class ChallengeTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("g-counter")
        .nodes(3)
        .rate(100)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static Simulation<Server> under(String... faults) {
    return challenge()
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 50))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(3));
  }

  @SeedTest(value = 3, thorough = 30)
  void passesWithAFifthOfAMessagePerOperation(long seed) {
    SimulatedRun run =
        challenge().nemesis("partition").availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.2);
  }

  @SeedTest(value = 5, thorough = 50)
  void survivesAllFaultsOfTheNetwork(long seed) {
    under("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow")
        .availability(1)
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 3, thorough = 30)
  void survivesPauses(long seed) {
    under("partition", "pause").seed(seed).run().assertValid();
  }

  @SeedTest(value = 5, thorough = 100)
  void survivesStoresThatFail(long seed) {
    challenge()
        .swarm(claims -> claims.nodes(1, 7).faults(List.of("store-slow", "store-lost", "pause")))
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 5, thorough = 100)
  @DisplayName("a node that is killed loses what it has added within one round at most")
  void killsLoseLittle(long seed) {
    challenge()
        .options(options -> options.lossWindow(Duration.ofSeconds(6)))
        .swarm(claims -> claims.nodes(1, 7).faults(List.of("kill")))
        .seed(seed)
        .run()
        .assertValid();
  }

  @Test
  void doesNotSurviveKills() {
    int invalid = 0;
    for (int seed = 0; seed < 20; seed++) {
      invalid += under("kill").seed(seed).run().isValid() ? 0 : 1;
    }
    assertThat(invalid).as("runs in which acknowledged adds were lost").isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition").nodes(nodes).run().assertValid();
  }
}
