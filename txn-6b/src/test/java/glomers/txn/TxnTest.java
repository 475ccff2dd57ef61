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
        .options(options -> options.consistencyModels(List.of("read-uncommitted")))
        .availability(1);
  }

  private static Txn txn(String json) {
    List<List<JsonElement>> txn = new ArrayList<>();
    JsonParser.parseString(json.replace('\'', '"'))
        .getAsJsonArray()
        .forEach(triple -> txn.add(triple.getAsJsonArray().asList()));
    return new Txn(txn);
  }

  @Test
  @DisplayName("each write goes to the other node, which acknowledges it")
  void sendsEachWriteOnce() {
    SimulatedRun run = challenge().timeLimit(Duration.ofSeconds(5)).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isBetween(2.0, 3.0);
  }

  @SeedTest(value = 2, thorough = 200)
  void convergesAfterPartitions(long seed) {
    challenge()
        .rate(100)
        .timeLimit(Duration.ofSeconds(10))
        .nemesis("partition")
        .nemesisInterval(Duration.ofSeconds(3))
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 2, thorough = 200)
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
    scenario.note(
        "Both nodes answer while they can't reach each other, and write the same registers.");
    scenario.note(
        "Both end with the values of n1, whose timestamp is the higher of two with time 1.");
    scenario.isolate("n1");
    scenario.call("n0", txn("[['w', 1, 10], ['w', 2, 20]]"), TxnOk.class);
    scenario.call("n1", txn("[['w', 1, 11], ['w', 2, 21]]"), TxnOk.class);
    scenario.advance(Duration.ofMillis(20));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(2));
    for (String node : List.of("n0", "n1")) {
      assertThat(scenario.call(node, txn("[['r', 1, null], ['r', 2, null]]"), TxnOk.class))
          .hasToString("TxnOk[txn=[[\"r\", 1, 11], [\"r\", 2, 21]]]");
    }
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/concurrent.txt"), scenario, TxnTest::label);
  }

  @Test
  @DisplayName(
      "fails the next challenge: a node may read what a transaction has overwritten itself")
  void intermediateWritesAreRead() {
    SimulatedRun run =
        challenge()
            .timeLimit(Duration.ofSeconds(5))
            .latency(Duration.ofMillis(10))
            .nemesis("loss")
            .options(options -> options.consistencyModels(List.of("read-committed")))
            .noSwarm()
            .seed(1)
            .run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.problem()).contains("G1b");
  }

  @Test
  void copiesAnyJson() {
    Scenario<?> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.call(
        "n0", txn("[['w', null, 1], ['w', 'k', null], ['w', [], {'a': 1.0}]]"), TxnOk.class);
    scenario.advance(Duration.ofMillis(10));
    assertThat(
            scenario.call(
                "n1", txn("[['r', null, null], ['r', 'k', null], ['r', [], null]]"), TxnOk.class))
        .hasToString(
            "TxnOk[txn=[[\"r\", null, 1], [\"r\", \"k\", null], [\"r\", [], {\"a\":1.0}]]]");
  }

  private static String label(JsonObject body) {
    if (body.has("key")) {
      return body.get("key") + " := " + body.get("value");
    }
    if (!body.has("txn")) {
      return BodyLabel.of(body);
    }
    String txn = BodyLabel.text(body.get("txn")).replace(" null", "").replaceAll("\\[\\[|]]", "");
    return txn.replace("] [", ", ");
  }
}
