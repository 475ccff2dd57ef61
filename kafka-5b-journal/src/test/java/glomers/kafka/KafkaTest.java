package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.RpcException;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time, and the faults of the table in NOTES.md. */
class KafkaTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("kafka")
        .nodes(2)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static Simulation<Server> under(String... faults) {
    return challenge()
        .rate(100)
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 5))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(3));
  }

  private static long notOk(SimulatedRun run) {
    return run.history()
        .clientOps()
        .filter(op -> op.type() == OpType.FAIL || op.type() == OpType.INFO)
        .filter(op -> !op.f().equals("crash"))
        .count();
  }

  @SeedTest(value = 1, thorough = 2)
  @DisplayName("at most six messages per operation, and at most two operations that are not ok")
  void passesWithSixMessagesPerOperation(long seed) {
    SimulatedRun run = challenge().noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(6);
    assertThat(notOk(run)).isLessThanOrEqualTo(2);
  }

  @SeedTest(value = 1, thorough = 10)
  @DisplayName("nodes that can't reach each other do not notice it")
  void survivesAllFaultsOfTheNetwork(long seed) {
    SimulatedRun run =
        under("partition", "one-way-partition", "loss", "duplicate", "reorder")
            .seed(seed)
            .run()
            .assertValid();
    assertThat(notOk(run)).isZero();
  }

  @SeedTest(value = 1, thorough = 10)
  void survivesPauses(long seed) {
    under("pause").seed(seed).run().assertValid();
  }

  @Test
  @DisplayName("a node that was paused for 16 s during a write does not pause for longer by itself")
  void catchesUpAfterLongPause() {
    challenge()
        .nodes(3)
        .rate(20)
        .latency(Duration.ofMillis(5))
        .nemesis("pause")
        .noSwarm()
        .seed(565)
        .run()
        .assertValid();
  }

  @SeedTest(value = 1, thorough = 20)
  @DisplayName("a node that was killed reads the journal from its beginning")
  void survivesKills(long seed) {
    under("kill").seed(seed).run().assertValid();
  }

  @SeedTest(value = 5, thorough = 100)
  @DisplayName("a write without an answer takes effect once, now or later")
  void survivesStoresThatFail(long seed) {
    challenge()
        .swarm(claims -> claims.nodes(1, 5).faults(List.of("store-slow", "store-lost", "kill")))
        .seed(seed)
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition", "pause", "kill").nodes(nodes).run().assertValid();
  }

  @SeedTest(value = 1, thorough = 5)
  @DisplayName("nodes that compete for slots at a high latency all get their turn")
  void nobodyIsStarved(long seed) {
    SimulatedRun run =
        under().latency(new Latency(Latency.Shape.EXPONENTIAL, 20)).seed(seed).run().assertValid();
    assertThat(notOk(run)).isZero();
  }

  @Test
  @DisplayName("a batch that no node could read would stop them all")
  void refusesCommitsOfVeryManyKeys() {
    Map<String, Long> offsets = new HashMap<>();
    for (int key = 0; key <= 10_000; key++) {
      offsets.put("" + key, 1L);
    }
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ofMillis(10), 1);
    assertThatThrownBy(() -> scenario.call("n0", new CommitOffsets(offsets), CommitOffsetsOk.class))
        .isInstanceOf(RpcException.class)
        .hasMessageContaining("10000 committed offsets are the most");
    offsets.remove("0");
    scenario.call("n0", new CommitOffsets(offsets), CommitOffsetsOk.class);
  }
}
