package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.OpType;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time, and under faults. */
class KafkaTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("kafka")
        .nodes(1)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static Simulation<Server> under(String fault) {
    return challenge().rate(100).nemesis(fault).nemesisInterval(Duration.ofSeconds(3));
  }

  @SeedTest(value = 2, thorough = 5)
  void passesWithoutAnyMessage(long seed) {
    SimulatedRun run = challenge().seed(seed).run().assertValid();
    assertThat(run.serverMessages()).isZero();
    assertThat(run.history().clientOps().filter(op -> op.type() == OpType.FAIL)).isEmpty();
  }

  @SeedTest(value = 2, thorough = 20)
  void survivesPauses(long seed) {
    under("pause").seed(seed).run().assertValid();
  }

  @Test
  void forgetsEverythingWhenKilled() {
    assertThat(under("kill").run().isValid()).isFalse();
  }

  @Test
  @Tag("golden")
  void pollsFromAnOffsetOn() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.note("One log, k: two messages, and a client that has seen the first of them.");
    scenario.call("n0", new Send("k", 7), SendOk.class);
    scenario.call("n0", new Send("k", 8), SendOk.class);
    assertThat(scenario.call("n0", new Poll(Map.of("k", 1L)), PollOk.class).msgs())
        .isEqualTo(Map.of("k", List.of(List.of(1L, 8L))));
    scenario.call("n0", new CommitOffsets(Map.of("k", 1L)), CommitOffsetsOk.class);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/poll.txt"), scenario, BodyLabel::of);
  }

  @Test
  void keepsLogsApart() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ofMillis(1), 1);
    assertThat(scenario.call("n0", new Send("a", 10), SendOk.class).offset()).isZero();
    assertThat(scenario.call("n0", new Send("b", 20), SendOk.class).offset()).isZero();
    assertThat(scenario.call("n0", new Send("a", 11), SendOk.class).offset()).isEqualTo(1);
    assertThat(scenario.call("n0", new Poll(Map.of("a", 1L, "c", 0L)), PollOk.class).msgs())
        .isEqualTo(Map.of("a", List.of(List.of(1L, 11L))));
  }

  @Test
  void committedOffsetsNeverFall() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ofMillis(1), 1);
    scenario.call("n0", new CommitOffsets(Map.of("a", 7L)), CommitOffsetsOk.class);
    scenario.call("n0", new CommitOffsets(Map.of("a", 5L, "b", 0L)), CommitOffsetsOk.class);
    assertThat(
            scenario
                .call(
                    "n0",
                    new ListCommittedOffsets(List.of("a", "b", "c")),
                    ListCommittedOffsetsOk.class)
                .offsets())
        .isEqualTo(Map.of("a", 7L, "b", 0L));
  }
}
