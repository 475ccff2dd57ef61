package glomers.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.Op;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What pauses and kills do; NOTES.md of pn-counter-quiet has the table. */
class FaultsTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static SimulatedRun run(String fault, long seed) {
    return Simulation.of(Server::new)
        .workload("g-set")
        .nodes(3)
        .rate(20)
        .timeLimit(Duration.ofSeconds(20))
        .nemesis(fault)
        .nemesisInterval(Duration.ofSeconds(3))
        .seed(seed)
        .run();
  }

  @SeedTest(value = 2, thorough = 10)
  void survivesPauses(long seed) {
    run("pause", seed).assertValid();
  }

  @SeedTest(value = 2, thorough = 10)
  void nodesAgreeInTheEndAfterKills(long seed) {
    List<Op> reads =
        run("kill", seed).history().clientOps().filter(op -> op.isFinal() && op.isOk()).toList();
    assertThat(reads).extracting(Op::node).containsOnly("n0", "n1", "n2");
    assertThat(reads.stream().map(read -> new HashSet<>((List<?>) read.value())).distinct())
        .hasSize(1);
  }

  @Test
  void killLosesAcknowledgedElements() {
    assertThat(LongStream.range(0, 20).mapToObj(seed -> run("kill", seed)))
        .anySatisfy(run -> assertThat(run.finding("lost-count").orElseThrow()).isNotEqualTo(0));
  }

  @Test
  void restartedNodeLearnsWhatItHasForgotten() {
    Scenario<Server> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.call("n0", new Add(7), AddOk.class);
    scenario.advance(Duration.ofSeconds(2));
    scenario.crash("n0");
    scenario.restart("n0");
    assertThat(scenario.call("n0", new Read(), ReadOk.class).value()).isEmpty();
    scenario.advance(Duration.ofSeconds(3));
    assertThat(scenario.call("n0", new Read(), ReadOk.class).value()).containsExactly(7L);
  }

  @Test
  @DisplayName("adds that a node has acknowledged since its last gossip are lost with it")
  void elementDiesWithItsNodeBeforeGossip() {
    Scenario<Server> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.call("n0", new Add(7), AddOk.class);
    scenario.advance(Duration.ofMillis(500));
    scenario.crash("n0");
    scenario.restart("n0");
    scenario.advance(Duration.ofSeconds(10));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).value()).isEmpty();
  }
}
