package glomers.txnlist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
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
import java.util.Map;
import java.util.TreeMap;
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

  /** The median of the first or last transactions, or of all, in milliseconds. */
  private static double median(SimulatedRun run, long skip, long count) {
    History history = run.history().beforeFinalPhase();
    return history
        .clientOps()
        .filter(Op::isOk)
        .skip(skip)
        .limit(count)
        .mapToDouble(op -> (op.timeNanos() - history.invocation(op).timeNanos()) / 1e6)
        .sorted()
        .skip(count / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long ok(SimulatedRun run) {
    return run.history().beforeFinalPhase().clientOps().filter(Op::isOk).count();
  }

  @SeedTest(value = 1, thorough = 10)
  @DisplayName("few batches share all transactions: two messages per transaction at most")
  void takesTwoMessagesPerTransaction(long seed) {
    for (long latency : List.of(0L, 10L)) {
      SimulatedRun run =
          challenge()
              .timeLimit(Duration.ofSeconds(20))
              .latency(Duration.ofMillis(latency))
              .availability(1)
              .noSwarm()
              .seed(seed)
              .run()
              .assertValid();
      assertThat(run.serverMessagesPerOperation()).isLessThan(2);
      assertThat(median(run, 0, ok(run))).isLessThan(60);
    }
  }

  @Test
  @DisplayName("ten times as many transactions fit into the same batches")
  void takesHalfAMessageAtRateOfThousand() {
    SimulatedRun run =
        challenge()
            .concurrency("40n")
            .rate(1_000)
            .latency(Duration.ofMillis(10))
            .availability(1)
            .run()
            .assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThan(0.5);
    assertThat(median(run, 0, ok(run))).isLessThan(60);
  }

  @Test
  @Tag("thorough")
  @DisplayName("a database of 1,500 lists is as fast as an empty one")
  void staysAsFastAsItGrows() {
    SimulatedRun run =
        challenge()
            .concurrency("40n")
            .rate(1_000)
            .timeLimit(Duration.ofSeconds(21))
            .latency(Duration.ofMillis(10))
            .availability(1)
            .run()
            .assertValid();
    assertThat(ok(run)).isGreaterThan(20_000);
    assertThat(median(run, 20_000, Math.min(1_000, ok(run) - 20_000)))
        .isLessThan(1.2 * median(run, 0, 1_000));
  }

  @SeedTest(value = 2, thorough = 100)
  @DisplayName("nodes tell each other of roots, but do without")
  void survivesAllFaultsOfTheNetwork(long seed) {
    under("partition", "one-way-partition", "loss", "duplicate", "reorder")
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 2, thorough = 100)
  @DisplayName("a node keeps copies of what is in the stores")
  void survivesKillsAndPauses(long seed) {
    // Long enough for clients to come back: each waits five seconds for a node that is down.
    under("kill", "pause").timeLimit(Duration.ofSeconds(25)).seed(seed).run().assertValid();
  }

  @SeedTest(value = 2, thorough = 50)
  @DisplayName("a batch takes effect once, though half of its swaps have no answer")
  void survivesSlowStore(long seed) {
    challenge()
        .concurrency("8n")
        .rate(20)
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
  @DisplayName("a node that has lost its copies asks for pieces until a replica has them")
  void fetchesPiecesAfterRestart() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    for (int key = 0; key < 1_000; key += 4) {
      String four = "";
      for (int i = key; i < key + 4; i++) {
        four += (i == key ? "" : ",") + "['append', " + i + ", " + i + "]";
      }
      scenario.call("n0", txn("[" + four + "]"), TxnOk.class);
    }
    scenario.crash("n1");
    scenario.restart("n1");
    assertThat(scenario.call("n1", txn("[['r', 0, null], ['r', 501, null]]"), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 0, [0]], [\"r\", 501, [501]]]]");
  }

  @Test
  @DisplayName("a root that somebody has made up does not get into the store")
  void doesNotStoreFalseRoot() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    Database root = new Database(Long.MAX_VALUE, Map.of(), "false", Map.of());
    Map<String, Piece> pieces = Map.of("false", new Piece(true, new TreeMap<>()));
    scenario.send("n0", new NewRoot(root, pieces));
    scenario.call("n0", txn("[['append', 1, 5]]"), TxnOk.class);
    assertThat(scenario.call("n1", txn("[['r', 1, null], ['r', 2, null]]"), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 1, [5]], [\"r\", 2, null]]]");
  }

  @Test
  @Tag("golden")
  void nextNodeGoesOnFromWhatItIsTold() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(10), 1);
    scenario.note("n0 tells n1 of the root that it asks the store for. n1 goes on from there,");
    scenario.note("without a read. Two transactions at once are one batch.");
    scenario.send("n0", txn("[['append', 1, 5]]"));
    scenario.advance(Duration.ofMillis(15));
    scenario.send("n1", txn("[['append', 1, 6]]"));
    scenario.advance(Duration.ofMillis(10));
    scenario.send("n0", txn("[['append', 1, 7]]"));
    scenario.send("n0", txn("[['r', 1, null]]"));
    scenario.advance(Duration.ofMillis(200));
    assertThat(scenario.call("n1", txn("[['r', 1, null]]"), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 1, [5,6,7]]]]");
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/swaps.txt"), scenario, TxnListTest::label);
  }

  private static String label(JsonObject body) {
    return switch (body.get("type").getAsString()) {
      case "cas" -> "cas " + lists(body.get("from")) + " to " + lists(body.get("to"));
      case "new_root" -> "root " + lists(body.get("root"));
      case "txn", "txn_ok" -> BodyLabel.text(body.get("txn")).replace(" null", "");
      default -> BodyLabel.of(body);
    };
  }

  private static String lists(JsonElement root) {
    return BodyLabel.text(root.getAsJsonObject().get("lists"));
  }
}
