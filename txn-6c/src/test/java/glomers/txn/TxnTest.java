package glomers.txn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time. */
class TxnTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("txn-rw-register")
        .nodes(2)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20))
        .options(options -> options.consistencyModels(List.of("read-committed")))
        .availability(1);
  }

  private static Txn txn(String json) {
    List<List<JsonElement>> txn = new ArrayList<>();
    JsonParser.parseString(json.replace('\'', '"'))
        .getAsJsonArray()
        .forEach(triple -> txn.add(triple.getAsJsonArray().asList()));
    return new Txn(txn);
  }

  @SeedTest(value = 1, thorough = 5)
  void sendsTenMessagesPerSecondAndNode(long seed) {
    SimulatedRun run = challenge().noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isBetween(0.015, 0.021);
  }

  @SeedTest(value = 1, thorough = 10)
  void convergesAfterPartitions(long seed) {
    SimulatedRun run =
        challenge()
            .nemesis("partition")
            .nemesisInterval(Duration.ofSeconds(3))
            .noSwarm()
            .seed(seed)
            .run()
            .assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThan(0.03);
  }

  @SeedTest(value = 1, thorough = 10)
  void convergesUnderAnyFaultOfTheNetwork(long seed) {
    challenge()
        .rate(100)
        .timeLimit(Duration.ofSeconds(10))
        .latency(Duration.ofMillis(20))
        .nemesis("partition", "loss", "duplicate", "reorder")
        .nemesisInterval(Duration.ofSeconds(2))
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 10, thorough = 200)
  @DisplayName("transactions stay whole where two of them fill a message")
  void messagesMayBeSmall(long seed) {
    Simulation.of(node -> new Server(node, 2))
        .workload("txn-rw-register")
        .nodes(2)
        .rate(5) // two updates per period are 20 per second: more would still wait in the end
        .options(options -> options.consistencyModels(List.of("read-committed")))
        .swarm(claims -> claims.nodes(2, 4).faults(List.of("partition", "loss", "reorder")))
        .seed(seed)
        .run()
        .assertValid();
  }

  @Test
  @DisplayName("a node that took the greatest time could give none above it")
  void refusesTimesThatNoNodeReaches() {
    JsonPrimitive one = new JsonPrimitive(1);
    for (long time : new long[] {-1, Long.MAX_VALUE}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Write(one, one, time, "n1", 0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    challenge()
        .nodes(nodes)
        .rate(100)
        .timeLimit(Duration.ofSeconds(10))
        .nemesis("partition")
        .run()
        .assertValid();
  }

  @Test
  @Tag("golden")
  @DisplayName("blind writes on both sides of a partition end in the same order on both")
  void settlesOnOneOfTwoConcurrentWrites() {
    Scenario<?> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.note("Updates wait for the next tenth of a second, and go on being sent");
    scenario.note("until they are acknowledged.");
    scenario.isolate("n1");
    scenario.call("n0", txn("[['w', 1, 10], ['w', 2, 20]]"), TxnOk.class);
    scenario.call("n1", txn("[['w', 1, 11], ['w', 2, 21]]"), TxnOk.class);
    scenario.advance(Duration.ofMillis(150));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(2));
    for (String node : List.of("n0", "n1")) {
      assertThat(scenario.call(node, txn("[['r', 1, null], ['r', 2, null]]"), TxnOk.class))
          .hasToString("TxnOk[txn=[[\"r\", 1, 11], [\"r\", 2, 21]]]");
    }
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/concurrent.txt"), scenario, TxnTest::label);
  }

  @SeedTest(value = 1, thorough = 5)
  @DisplayName("stronger models of what is available: monotonic atomic view, and causal")
  void reachesCausalConsistency(long seed) {
    challenge()
        .options(
            options -> options.consistencyModels(List.of("monotonic-atomic-view", "causal-cerone")))
        .nemesis("partition")
        .seed(seed)
        .run()
        .assertValid();
  }

  @Test
  @DisplayName("two nodes that do not wait for each other lose updates")
  void doesNotReachMoreThanThat() {
    SimulatedRun run =
        challenge()
            .options(options -> options.consistencyModels(List.of("cursor-stability")))
            .nemesis("partition")
            .run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.problem()).contains("lost-update");
  }

  private static String label(JsonObject body) {
    if (body.has("items")) {
      StringJoiner writes =
          new StringJoiner(", ").setEmptyValue("acknowledges " + body.get("received"));
      for (JsonElement update : body.getAsJsonArray("items")) {
        update.getAsJsonArray().forEach(write -> writes.add(text(write.getAsJsonObject())));
      }
      return writes.toString();
    }
    String txn = BodyLabel.text(body.get("txn")).replace(" null", "").replaceAll("\\[\\[|]]", "");
    return txn.replace("] [", ", ");
  }

  private static String text(JsonObject write) {
    return write.get("key") + " := " + write.get("value");
  }
}
