package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.network.Latency;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
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
}
