package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import java.time.Duration;
import java.util.List;

/** How long clients wait when the leader is lost. */
class FailoverTest {
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(1_500);

  @SeedTest(value = 20, thorough = 1_000)
  void answersSoonAfterLeaderIsLost(long seed) {
    assertThat(failover(seed)).isLessThanOrEqualTo(ANSWERED_WITHIN);
  }

  /** From the crash of the leader until a write that was sent at that moment is answered. */
  static Duration failover(long seed) {
    Scenario<Server> scenario = Scenario.of(Server::new, 5, Duration.ofMillis(10), seed);
    scenario.advance(Duration.ofMillis(1_000 + seed % 50)); // at any time between two heartbeats
    List<Raft> rafts = scenario.servers().stream().map(server -> server.raft).toList();
    String leader = id(rafts, true);
    String other = id(rafts, false);
    scenario.crash(leader);
    Duration crashed = scenario.now();
    scenario.call(other, new Write(1, 2), WriteOk.class);
    return scenario.now().minus(crashed);
  }

  private static String id(List<Raft> rafts, boolean leads) {
    return rafts.stream()
        .filter(raft -> raft.isLeader() == leads)
        .map(raft -> raft.node.id())
        .findFirst()
        .orElseThrow();
  }
}
