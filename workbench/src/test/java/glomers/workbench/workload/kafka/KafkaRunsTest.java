package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.Effort;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryReader;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.options.Workloads;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaRunsTest {
  private static Simulation<?> simulation(Function<? super Node, ?> server) {
    return Simulation.of(server)
        .workload("kafka")
        .nodes(2)
        .concurrency("2n")
        .timeLimit(Duration.ofSeconds(10))
        .rate(100);
  }

  private static List<Op> invocations(SimulatedRun run, String f) {
    return run.history().clientOps().filter(op -> op.isInvoke() && op.f().equals(f)).toList();
  }

  @Test
  void correctServerIsValid() {
    for (long seed = 0; seed < Effort.of(5, 20); seed++) {
      SimulatedRun run = simulation(ForwardingServer::new).seed(seed).run().assertValid();
      assertThat(run.figure("worst realtime lag, s")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "loss", "duplicate", "reorder"})
  void correctServerIsValidUnderFaults(String fault) {
    for (long seed = 0; seed < Effort.of(5, 10); seed++) {
      simulation(ForwardingServer::new)
          .latency(Duration.ofMillis(10))
          .nemesis(fault)
          .nemesisInterval(Duration.ofSeconds(2))
          .seed(seed)
          .run()
          .assertValid();
    }
  }

  @Test
  @DisplayName("each node is asked for all commits once, and each worker reads all logs")
  void finalPhaseReadsEverything() {
    SimulatedRun run = simulation(ForwardingServer::new).run().assertValid();
    List<Op> operations = run.history().clientOps().filter(op -> op.isFinal()).toList();
    assertThat(operations.stream().filter(op -> op.f().equals("crash") && op.isInvoke()))
        .hasSize(4);
    List<Assign> assigns =
        operations.stream()
            .filter(op -> op.f().equals("assign") && op.isOk())
            .map(op -> (Assign) op.value())
            .toList();
    assertThat(assigns.stream().filter(Assign::seekToBeginning)).hasSize(4);
    List<Assign> lists = assigns.stream().filter(assign -> !assign.seekToBeginning()).toList();
    assertThat(lists).hasSize(2);
    assertThat(lists.get(0).keys()).hasSizeGreaterThan(10);
    assertThat(lists).allMatch(list -> list.committed().size() > 5);
  }

  @Test
  void crashReplacesTheProcess() {
    SimulatedRun run = simulation(ForwardingServer::new).run();
    assertThat(invocations(run, "crash")).isNotEmpty();
    assertThat(run.history().clientOps().filter(op -> op.f().equals("crash") && !op.isInvoke()))
        .allMatch(op -> op.type() == OpType.INFO && op.error() == null);
    assertThat(run.history().ops().get(0).f()).isEqualTo("crash");
    assertThat(invocations(run, "send").stream().mapToInt(Op::process).max().orElse(0))
        .isGreaterThan(3);
  }

  @Test
  void takesItsOptions() {
    SimulatedRun run =
        simulation(ForwardingServer::new)
            .options(options -> options.keyCount(1).maxWritesPerKey(2))
            .run()
            .assertValid();
    List<Object> values = invocations(run, "send").stream().map(Op::value).limit(5).toList();
    assertThat(values)
        .containsExactly(
            new Send("0", 1L, null),
            new Send("0", 2L, null),
            new Send("1", 1L, null),
            new Send("1", 2L, null),
            new Send("2", 1L, null));
  }

  @Test
  void storedHistoryIsReadBackAsItWas() throws IOException {
    SimulatedRun run = simulation(ForwardingServer::new).run();
    StringWriter stored = new StringWriter();
    HistoryWriter.writeEdn(run.history(), stored);
    Workload workload = Workloads.named("kafka").factory().apply(run.options());
    History read =
        HistoryReader.readEdn(
            new BufferedReader(new StringReader(stored.toString())), workload::value);
    assertThat(read.ops()).isEqualTo(run.history().ops());
  }

  @Test
  void sameSeedGivesTheSameHistory() {
    assertThat(simulation(ForwardingServer::new).seed(3).run().history().ops())
        .isEqualTo(simulation(ForwardingServer::new).seed(3).run().history().ops())
        .isNotEqualTo(simulation(ForwardingServer::new).seed(4).run().history().ops());
  }

  @Test
  void withoutAnyOffsetThereIsNoFinalPhase() {
    SimulatedRun run = simulation(node -> node).rate(5).run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.history().clientOps().noneMatch(Op::isFinal)).isTrue();
  }
}
