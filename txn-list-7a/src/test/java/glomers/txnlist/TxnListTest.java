package glomers.txnlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.workbench.network.Latency;
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

/** The workload in virtual time, and under faults. */
class TxnListTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("txn-list-append")
        .nodes(3)
        .concurrency("4n")
        .rate(100)
        .timeLimit(Duration.ofSeconds(5));
  }

  private static Simulation<Server> under(String... faults) {
    return challenge()
        .rate(30)
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 5))
        .timeLimit(Duration.ofSeconds(10))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(2));
  }

  private static Txn txn(String json) {
    List<List<JsonElement>> txn = new ArrayList<>();
    JsonParser.parseString(json.replace('\'', '"'))
        .getAsJsonArray()
        .forEach(triple -> txn.add(triple.getAsJsonArray().asList()));
    return new Txn(txn);
  }

  @Test
  @DisplayName("a read and a compare-and-set: four messages per transaction")
  void passesWithFourMessagesPerTransaction() {
    SimulatedRun run = challenge().run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isBetween(3.9, 4.1);
  }

  @Test
  @DisplayName("while messages travel, transactions conflict, and begin anew")
  void costsThreeTimesAsMuchWithLatency() {
    SimulatedRun run = challenge().latency(Duration.ofMillis(10)).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isGreaterThan(8);
  }

  @SeedTest(value = 2, thorough = 100)
  @DisplayName("nodes that can't reach each other do not notice it")
  void survivesAllFaultsOfTheNetwork(long seed) {
    under("partition", "one-way-partition", "loss", "duplicate", "reorder")
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 2, thorough = 100)
  @DisplayName("a node keeps nothing that it could lose")
  void survivesKillsAndPauses(long seed) {
    // Long enough for clients to come back: each waits five seconds for a node that is down.
    under("kill", "pause").timeLimit(Duration.ofSeconds(25)).seed(seed).run().assertValid();
  }

  @SeedTest(value = 2, thorough = 50)
  @DisplayName("a swap without an answer is not repeated: its transaction may have taken effect")
  void survivesSlowStore(long seed) {
    challenge()
        .rate(5)
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 300))
        .timeLimit(Duration.ofSeconds(60))
        .seed(seed)
        .options(options -> options.finalReads(false))
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void anyNumberOfNodesWillDo(int nodes) {
    under("partition", "kill").nodes(nodes).run().assertValid();
  }

  @Test
  @Tag("golden")
  void secondSwapTriesAgain() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.note("Both read the empty database. n0 swaps it first; n1 begins anew.");
    scenario.send("n0", txn("[['append', 1, 5]]"));
    scenario.send("n1", txn("[['r', 1, null], ['append', 1, 6]]"));
    scenario.advance(Duration.ofMillis(200));
    assertThat(scenario.call("n0", txn("[['r', 1, null]]"), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 1, [5,6]]]]");
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/conflict.txt"), scenario, TxnListTest::label);
  }

  private static String label(JsonObject body) {
    return switch (body.get("type").getAsString()) {
      case "cas" -> "cas " + lists(body.get("from")) + " to " + lists(body.get("to"));
      case "read_ok" -> lists(body.get("value"));
      case "error" -> body.get("code").getAsInt() == 22 ? "another value" : "no value";
      case "txn", "txn_ok" -> BodyLabel.text(body.get("txn")).replace(" null", "");
      default -> BodyLabel.of(body);
    };
  }

  private static String lists(JsonElement database) {
    return database.isJsonNull()
        ? "nothing"
        : BodyLabel.text(database.getAsJsonObject().get("lists"));
  }
}
