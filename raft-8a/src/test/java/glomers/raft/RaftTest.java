package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
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
            .workload("lin-kv")
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

  @Test
  @DisplayName("the next leader knows nothing of what the one before has answered")
  void doesNotSurvivePartitions() {
    assertThat(brokenRules(under("partition").run())).contains("linearizable");
  }

  private static Scenario<Server> scenario(int nodes, int latencyMillis, long seed) {
    return Scenario.of(Server::new, nodes, Duration.ofMillis(latencyMillis), seed);
  }

  @Test
  @DisplayName(
      "a node that knows no leader refuses, so that the client knows that nothing happened")
  void refusesWithoutLeader() {
    Scenario<Server> scenario = scenario(3, 10, 1);
    assertThatThrownBy(() -> scenario.call("n0", new Write(1, 2), WriteOk.class))
        .isInstanceOfSatisfying(
            RpcException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE));
  }

  @Test
  @Tag("golden")
  @DisplayName("each of three candidates votes for itself; the first to try again is elected")
  void splitVoteIsRepeated() {
    Scenario<Server> scenario = scenario(3, 60, 1002);
    scenario.note(
        "All three ask for votes before they hear of each other; in term 2 one is first.");
    scenario.runUntil(
        () -> scenario.servers().stream().anyMatch(server -> server.raft.isLeader()),
        Duration.ofSeconds(2));
    scenario.advance(Duration.ofMillis(60));
    assertThat(scenario.servers()).allMatch(server -> server.raft.currentTerm == 2);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/split-vote.txt"), scenario, RaftTest::label);
  }

  /** What a person would say of a message. */
  static String label(JsonObject body) {
    return switch (body.get("type").getAsString()) {
      case "request_vote" -> "vote for me in term " + body.get("term");
      case "request_vote_result" -> body.get("vote_granted").getAsBoolean() ? "yes" : "no";
      case "append_entries" -> "heartbeat";
      case "append_entries_result" -> "";
      default -> BodyLabel.of(body);
    };
  }
}
