package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RetriesTest {
  /** Nobody looks for another leader in the time of the test. */
  private static final Limits PATIENT =
      new Limits(1_000, Duration.ofMillis(35), 2, 4, 250, 20_000, 20);

  @Test
  @DisplayName("a command that is sent again while it waits for a majority stands in the log once")
  void standsInTheLogOnce() {
    Scenario<Server> scenario =
        Scenario.of(node -> new Server(node, false, PATIENT), 3, Duration.ofMillis(10), 1);
    scenario.runUntil(
        () -> scenario.servers().stream().anyMatch(server -> server.raft.isLeader()),
        Duration.ofMinutes(1));
    scenario.advance(Duration.ofMillis(100)); // all follow
    Raft leader =
        scenario.servers().stream()
            .map(server -> server.raft)
            .filter(Raft::isLeader)
            .findFirst()
            .orElseThrow();
    int before = leader.log.lastIndex();
    scenario.diskLatency(Duration.ofSeconds(3));
    scenario.send(leader.node.peers().get(0), new Write(1, 2));
    scenario.advance(Duration.ofMillis(2_500));
    assertThat(leader.commitIndex).isEqualTo(before);
    assertThat(leader.log.lastIndex()).isEqualTo(before + 1);
  }
}
