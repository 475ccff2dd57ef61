package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leadership that moves from a slow node (Ongaro 2014, section 3.10). */
class TransferTest {
  private static Scenario<Server> scenario(int nodes) {
    Scenario<Server> scenario = Scenario.of(Server::new, nodes, Duration.ofMillis(10), 1);
    scenario.runUntil(() -> !leaders(scenario).isEmpty(), Duration.ofSeconds(2));
    scenario.advance(Duration.ofMillis(100)); // all follow
    return scenario;
  }

  private static List<Raft> leaders(Scenario<Server> scenario) {
    return scenario.servers().stream().map(server -> server.raft).filter(Raft::isLeader).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  @DisplayName("a leader that has nothing to do goes on leading")
  void idleLeaderStays(int nodes) {
    Scenario<Server> scenario = scenario(nodes);
    scenario.advance(Duration.ofMinutes(1));
    assertThat(leaders(scenario)).singleElement().matches(leader -> leader.currentTerm == 1);
  }

  @Test
  @DisplayName("a leader whose disk is slow hands over, sooner than an election timeout")
  void slowDiskHandsOver() {
    Scenario<Server> scenario = scenario(3);
    String slow = leaders(scenario).get(0).node.id();
    scenario.slowDisk(slow);
    for (int value = 0; value < 40; value++) {
      Duration sent = scenario.now();
      scenario.call(slow, new Write(1, value), WriteOk.class);
      assertThat(scenario.now().minus(sent)).isLessThan(Duration.ofMillis(150));
    }
    assertThat(leaders(scenario)).singleElement().matches(leader -> !leader.node.id().equals(slow));
  }
}
