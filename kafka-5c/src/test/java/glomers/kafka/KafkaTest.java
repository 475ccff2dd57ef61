package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.workbench.history.Op;
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
import java.util.StringJoiner;
import java.util.stream.Stream;
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
        .rate(100)
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 20))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(3));
  }

  private static Stream<Op> notOk(SimulatedRun run) {
    return run.history()
        .clientOps()
        .filter(op -> op.type() == OpType.FAIL || op.type() == OpType.INFO)
        .filter(op -> !op.f().equals("crash"));
  }

  @Test
  @DisplayName("half of the sends go to another node, and back")
  void passesWithHalfAMessage() {
    SimulatedRun run = challenge().timeLimit(Duration.ofSeconds(10)).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(1);
    assertThat(run.figure("worst realtime lag, s").orElseThrow()).isLessThanOrEqualTo(0.5);
    assertThat(notOk(run)).isEmpty();
  }

  @SeedTest(value = 2, thorough = 200)
  @DisplayName("a node that is cut off answers polls and commits, and takes sends to its own logs")
  void survivesFaultsOfTheNetwork(long seed) {
    SimulatedRun run =
        under("partition", "one-way-partition", "loss", "reorder", "slow")
            .seed(seed)
            .run()
            .assertValid();
    assertThat(notOk(run)).allMatch(op -> op.f().equals("send"));
  }

  @SeedTest(value = 2, thorough = 200)
  void survivesPauses(long seed) {
    under("partition", "pause").seed(seed).run().assertValid();
  }

  @Test
  @DisplayName("what a killed node has acknowledged and not yet passed on is lost")
  void doesNotSurviveKills() {
    assertThat(under("kill").run().isValid()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition", "loss").nodes(nodes).run().assertValid();
  }

  private static Scenario<Server> scenario() {
    return Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
  }

  private static List<List<Long>> poll(Scenario<Server> scenario, String node, String key) {
    return scenario
        .call(node, new Poll(Map.of(key, 0L)), PollOk.class)
        .msgs()
        .getOrDefault(key, List.of());
  }

  @Test
  @Tag("golden")
  @DisplayName("n0 owns log b, n1 log a")
  void ownerAppendsAndTellsTheOthers() {
    Scenario<Server> scenario = scenario();
    scenario.note("n1 owns log a: n0 forwards 7 to it, and learns of 7 and 8 within 100 ms.");
    assertThat(scenario.call("n0", new Send("a", 7), SendOk.class).offset()).isZero();
    assertThat(scenario.call("n1", new Send("a", 8), SendOk.class).offset()).isEqualTo(1);
    assertThat(poll(scenario, "n0", "a")).isEmpty();
    scenario.advance(Duration.ofMillis(250));
    assertThat(poll(scenario, "n0", "a")).containsExactly(List.of(0L, 7L), List.of(1L, 8L));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/owner.txt"), scenario, KafkaTest::label);
  }

  private static String label(JsonObject body) {
    if (!body.has("items")) {
      return BodyLabel.of(body);
    }
    StringJoiner messages = new StringJoiner(", ", "", "").setEmptyValue("ack");
    for (JsonElement change : body.getAsJsonArray("items")) {
      JsonObject send = change.getAsJsonObject().getAsJsonObject("send");
      messages.add(send.get("key").getAsString() + ": " + send.get("msg"));
    }
    return messages.toString();
  }

  @Test
  @DisplayName("a node that is cut off goes on with its own logs, and only with these")
  void ownerTakesSendsInPartitions() {
    Scenario<Server> scenario = scenario();
    scenario.isolate("n0");
    assertThat(scenario.call("n0", new Send("b", 7), SendOk.class).offset()).isZero();
    scenario.send("n0", new Send("a", 8));
    scenario.advance(Duration.ofSeconds(2));
    assertThat(poll(scenario, "n1", "a")).isEmpty();
    assertThat(poll(scenario, "n0", "b")).containsExactly(List.of(0L, 7L));
    assertThat(poll(scenario, "n1", "b")).isEmpty();
    scenario.heal();
    scenario.advance(Duration.ofSeconds(1));
    assertThat(poll(scenario, "n1", "b")).containsExactly(List.of(0L, 7L));
  }

  @Test
  void committedOffsetsReachAllAndNeverFall() {
    Scenario<Server> scenario = scenario();
    scenario.call("n0", new CommitOffsets(Map.of("k", 7L)), CommitOffsetsOk.class);
    scenario.call("n1", new CommitOffsets(Map.of("k", 5L)), CommitOffsetsOk.class);
    scenario.advance(Duration.ofSeconds(1));
    ListCommittedOffsets list = new ListCommittedOffsets(List.of("k"));
    for (String node : List.of("n0", "n1")) {
      assertThat(scenario.call(node, list, ListCommittedOffsetsOk.class).offsets())
          .isEqualTo(Map.of("k", 7L));
    }
  }
}
