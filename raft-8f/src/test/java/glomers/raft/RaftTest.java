package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store in virtual time, and under faults. */
class RaftTest {
  private static Simulation<Server> store() {
    return Invariants.holdIn(
        Simulation.of(Server::new)
            .workload("txn-list-append")
            .options(options -> options.consistencyModels(List.of("strict-serializable")))
            .nodes(5)
            .concurrency("2n")
            .rate(30)
            .timeLimit(Duration.ofSeconds(30))
            .latency(new Latency(Latency.Shape.EXPONENTIAL, 10)));
  }

  private static Simulation<Server> under(String... faults) {
    return store().nemesis(faults).nemesisInterval(Duration.ofSeconds(3));
  }

  private static List<String> brokenRules(SimulatedRun run) {
    return run.result().orElseThrow().findings().stream()
        .map(finding -> finding.rule().name())
        .distinct()
        .toList();
  }

  /** Operations that are not ok, and not because of the key's value. */
  private static Stream<Op> unanswered(SimulatedRun run) {
    return run.history()
        .clientOps()
        .filter(op -> op.type() == OpType.FAIL || op.type() == OpType.INFO)
        .filter(
            op -> !op.error().toString().matches(".*(precondition-failed|key-does-not-exist).*"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void servesWhenNothingIsWrong(int nodes) {
    SimulatedRun run = store().nodes(nodes).run().assertValid();
    assertThat(unanswered(run)).allMatch(op -> op.timeNanos() < 1_000_000_000L);
  }

  @SeedTest(value = 20, thorough = 200)
  void staysRightUnderFaults(long seed) {
    SimulatedRun run =
        under(
                "partition",
                "loss",
                "duplicate",
                "reorder",
                "pause",
                "kill",
                "power",
                "disk",
                "clock")
            .sometimes(
                "a leader was deposed with uncommitted entries", Invariants::leaderWasDeposed)
            .sometimes("a vote was split", Invariants::voteIsSplit)
            .seed(seed)
            .run();
    if (!brokenRules(run).equals(List.of("stats"))) { // faults may leave time for no cas at all
      run.assertValid();
    }
  }

  private static String leader(Scenario<Server> scenario) {
    return scenario.servers().stream()
        .filter(server -> server.raft.isLeader())
        .findAny()
        .orElseThrow()
        .raft
        .node
        .id();
  }

  private static Scenario<Server> scenario(int nodes, int latencyMillis, long seed) {
    return Scenario.of(Server::new, nodes, Duration.ofMillis(latencyMillis), seed);
  }

  @Test
  @DisplayName("the next leader has what the one before has copied")
  void nextLeaderKnowsTheLog() {
    Scenario<Server> scenario = scenario(3, 10, 1);
    scenario.call("n0", txn(List.of("append", 1, 2)), TxnOk.class);
    String leader = leader(scenario);
    scenario.isolate(leader);
    scenario.advance(Duration.ofSeconds(1));
    for (String node : List.of("n0", "n1", "n2")) {
      if (!node.equals(leader)) {
        assertThat(scenario.call(node, txn(Arrays.asList("r", 1, null)), TxnOk.class))
            .hasToString("TxnOk[txn=[[\"r\", 1, [2]]]]");
      }
    }
  }

  private static Txn txn(List<?> op) {
    return new Txn(List.of(op.stream().map(new Gson()::toJsonTree).toList()));
  }

  @Test
  @Tag("golden")
  @DisplayName("one entry of the log is a whole transaction; the node that was asked answers")
  void transactionIsOneEntry() {
    Scenario<Server> scenario = scenario(3, 20, 8);
    scenario.note("A transaction goes through the log; the read that follows waits for a round.");
    awaitLeader(scenario);
    scenario.advance(Duration.ofMillis(45));
    String other = leader(scenario).equals("n0") ? "n1" : "n0";
    scenario.call(other, txn(List.of("append", 1, 2)), TxnOk.class);
    assertThat(scenario.call(other, txn(Arrays.asList("r", 1, null)), TxnOk.class))
        .hasToString("TxnOk[txn=[[\"r\", 1, [2]]]]");
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/txn.txt"), scenario, RaftTest::label);
  }

  @Test
  @DisplayName("a node that hears its leader promises no vote to one that does not")
  void followersOfLeaderRefusePreVotes() {
    Scenario<Server> scenario = scenario(3, 10, 1);
    awaitLeader(scenario);
    scenario.advance(Duration.ofMillis(100)); // all follow
    String leader = leader(scenario);
    String cutOff = leader.equals("n0") ? "n1" : "n0";
    scenario.partition(List.of(leader), List.of(cutOff)); // both still reach the third
    scenario.advance(Duration.ofSeconds(5));
    assertThat(leader(scenario)).isEqualTo(leader);
    assertThat(scenario.servers()).allMatch(server -> server.raft.currentTerm == 1);
  }

  private static void awaitLeader(Scenario<Server> scenario) {
    scenario.runUntil(
        () -> scenario.servers().stream().anyMatch(server -> server.raft.isLeader()),
        Duration.ofSeconds(2));
  }

  /** What a person would say of a message. */
  static String label(JsonObject body) {
    return switch (body.get("type").getAsString()) {
      case "request_vote" ->
          (body.get("pre_vote").getAsBoolean() ? "would you vote" : "vote")
              + " for me in term "
              + body.get("term");
      case "request_vote_result" -> body.get("vote_granted").getAsBoolean() ? "yes" : "no";
      case "append_entries" -> entries(body);
      case "append_entries_result" -> "ok";
      case "forward" -> body.getAsJsonArray("commands").isEmpty() ? "reads" : "transaction";
      default -> BodyLabel.of(body);
    };
  }

  private static String entries(JsonObject body) {
    int entries = body.getAsJsonArray("entries").size();
    if (entries > 0) {
      return "entry " + (body.get("prev_log_index").getAsInt() + 1);
    }
    if (body.has("msg_id")) {
      return "round";
    }
    return body.has("reads") ? "reads confirmed" : body.get("leader_commit") + " is committed";
  }
}
