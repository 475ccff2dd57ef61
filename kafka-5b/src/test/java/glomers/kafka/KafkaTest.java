package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time, and under faults. */
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
        .rate(50)
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

  @Test
  @DisplayName("four messages per append, two per log that a poll names, four per commit")
  void passesWithSevenMessagesPerOperation() {
    SimulatedRun run = challenge().timeLimit(Duration.ofSeconds(3)).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isBetween(4.0, 7.0);
    assertThat(notOk(run)).isZero();
  }

  @SeedTest(value = 2, thorough = 200)
  @DisplayName("nodes that can't reach each other do not notice it")
  void survivesAllFaultsOfTheNetwork(long seed) {
    SimulatedRun run =
        under("partition", "one-way-partition", "loss", "duplicate", "reorder")
            .seed(seed)
            .run()
            .assertValid();
    assertThat(notOk(run)).isZero();
  }

  @SeedTest(value = 2, thorough = 200)
  void survivesPauses(long seed) {
    under("pause").seed(seed).run().assertValid();
  }

  @SeedTest(value = 2, thorough = 20)
  @DisplayName("a node keeps nothing that it could lose")
  void survivesKills(long seed) {
    under("kill").seed(seed).run().assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition", "pause", "kill").nodes(nodes).run().assertValid();
  }

  @Test
  @DisplayName("a send is on all nodes when it is acknowledged")
  void everyNodeServesEveryLog() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    assertThat(scenario.call("n0", new Send("k", 7), SendOk.class).offset()).isZero();
    assertThat(scenario.call("n1", new Send("k", 8), SendOk.class).offset()).isEqualTo(1);
    for (String node : List.of("n0", "n1")) {
      assertThat(scenario.call(node, new Poll(Map.of("k", 0L, "j", 0L)), PollOk.class).msgs())
          .isEqualTo(Map.of("k", List.of(List.of(0L, 7L), List.of(1L, 8L))));
    }
  }

  @Test
  @Tag("golden")
  void secondToAppendTriesAgain() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.note("Both read the empty log. n0 sets it first; n1 fails, reads and sets it again.");
    scenario.send("n0", new Send("k", 7));
    scenario.send("n1", new Send("k", 8));
    scenario.advance(Duration.ofMillis(200));
    assertThat(scenario.call("n0", new Poll(Map.of("k", 0L)), PollOk.class).msgs())
        .isEqualTo(Map.of("k", List.of(List.of(0L, 7L), List.of(1L, 8L))));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/append.txt"), scenario, KafkaTest::label);
  }

  private static String label(JsonObject body) {
    return switch (body.get("type").getAsString()) {
      case "cas" -> "cas " + messages(body.get("from")) + " to " + messages(body.get("to"));
      case "read_ok" -> messages(body.get("value"));
      case "error" -> body.get("code").getAsInt() == 22 ? "another value" : "no value";
      default -> BodyLabel.of(body);
    };
  }

  private static String messages(JsonElement log) {
    return log.isJsonNull() ? "nothing" : BodyLabel.text(log.getAsJsonObject().get("messages"));
  }

  @Test
  void committedOffsetsAreOnAllNodes() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.call("n0", new CommitOffsets(Map.of("a", 7L)), CommitOffsetsOk.class);
    scenario.call("n1", new CommitOffsets(Map.of("a", 5L, "b", 0L)), CommitOffsetsOk.class);
    scenario.call("n1", new Send("c", 1), SendOk.class);
    ListCommittedOffsets list = new ListCommittedOffsets(List.of("a", "b", "c", "d"));
    assertThat(scenario.call("n0", list, ListCommittedOffsetsOk.class).offsets())
        .isEqualTo(Map.of("a", 7L, "b", 0L));
  }
}
