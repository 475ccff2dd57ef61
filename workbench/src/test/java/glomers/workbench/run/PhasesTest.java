package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhasesTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void everyWorkerReadsAfterRecovery() {
    Trace trace =
        SimulatedTest.of("broadcast", Flood::new)
            .nodes(3)
            .workersEach(2)
            .recovery(Duration.ofSeconds(7))
            .run();
    List<Op> last = trace.ops(op -> op.isFinal() && op.isInvoke());
    assertThat(last).hasSize(6).allMatch(op -> op.f().equals("read"));
    assertThat(last).allMatch(op -> op.timeNanos() == 27 * SECOND);
    assertThat(new TreeSet<>(last.stream().map(Op::process).toList())).hasSize(6);
    assertThat(trace.ops(op -> op.timeNanos() > 20 * SECOND)).allMatch(Op::isFinal);
    assertThat(trace.endNanos()).isEqualTo(27 * SECOND);
  }

  @Test
  void withoutFinalOperationsThereIsNoRecovery() {
    Trace trace = SimulatedTest.of("echo", TestServers::echo).run();
    assertThat(trace.endNanos()).isEqualTo(20 * SECOND);
    assertThat(trace.ops()).noneMatch(Op::isFinal);
  }

  @Test
  void theLogTellsOfEachPhase() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(2).run();
    assertThat(trace.log())
        .containsExactly(
            "Starting nodes n0, n1",
            "Preparing nodes...",
            "Running operations...",
            "Waiting for recovery...",
            "Final operations...");
  }

  @Test
  void partitionsAreHealedBeforeTheRecovery() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(5).latency(10).partitions().run();
    List<Op> faults = trace.ops(op -> !op.isClient());
    assertThat(faults).hasSizeGreaterThan(4).allMatch(op -> op.type() == OpType.INFO);
    Op first = faults.get(0);
    Op last = faults.get(faults.size() - 1);
    assertThat(first.f()).isEqualTo("start-partition");
    assertThat(first.timeNanos()).isZero();
    assertThat(last.f()).isEqualTo("stop-partition");
    assertThat(last.timeNanos()).isBetween(20 * SECOND, 25 * SECOND);
    assertThat(trace.ops(Op::isFinal))
        .isNotEmpty()
        .allMatch(op -> op.timeNanos() >= last.timeNanos() + 10 * SECOND);
  }

  @Test
  void runningTestHasNoOutcome() {
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10);
    TestOptions options = TestOptions.builder().workload("echo").nodeCount(1).build();
    TestRun run =
        new TestRun(
            options,
            Workloads.named("echo").factory().apply(options),
            scheduler,
            new RawCluster((node, message, out) -> {}),
            List.of(),
            op -> {},
            new ListLog());
    assertThatThrownBy(run::outcome)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the test has not ended: it is starting nodes");
  }
}
