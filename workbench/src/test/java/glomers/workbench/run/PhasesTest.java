package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.cluster.Cluster;
import glomers.workbench.cluster.SimulatedCluster;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.RawCluster.Script;
import glomers.workbench.time.RandomStreams;
import glomers.workbench.time.VirtualTimeScheduler;
import glomers.workbench.workload.TestOptions;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void noFaultStartsAfterTheTimeLimit() {
    for (long seed = 1; seed <= 5; seed++) {
      Trace trace =
          SimulatedTest.of("echo", TestServers::silentEcho)
              .nodes(5)
              .nemesis("kill", "pause", "partition")
              .seed(seed)
              .run();
      assertThat(trace.endNanos()).isGreaterThan(20 * SECOND);
      assertThat(trace.ops(op -> !op.isClient() && op.f().startsWith("start-")))
          .isNotEmpty()
          .allMatch(op -> op.timeNanos() <= 20 * SECOND);
    }
  }

  @ParameterizedTest
  @CsvSource({"11, 3", "30, 3", "11, 99", "14, 1"})
  void aFinalReadThatInvitesAnotherTryIsTriedAgain(int code, int refusals) {
    int[] refused = {0};
    Trace trace =
        SimulatedTest.of(
                "g-set",
                Script.afterInit(
                    (node, message, out) -> {
                      String type = message.type().orElseThrow();
                      String reply = "{\"type\": \"" + type + "_ok\", \"value\": []}";
                      if (type.equals("read") && refused[0]++ < refusals) {
                        reply = "{\"type\": \"error\", \"code\": " + code + ", \"text\": \"no\"}";
                      }
                      out.accept(RawCluster.reply(message, reply));
                    }))
            .rate(0)
            .run();
    int tries = code == 14 ? 1 : Math.min(refusals + 1, 6);
    assertThat(trace.ops(op -> op.isFinal() && op.isInvoke())).hasSize(tries);
    assertThat(trace.ops(op -> op.isFinal() && op.isOk())).hasSize(refusals == 3 ? 1 : 0);
  }

  @Test
  void operationsMayEndBeforeTheTimeLimit() {
    VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
    TestRun run =
        echo(
            scheduler,
            new SimulatedCluster<>(
                TestServers.server(TestServers::echo), scheduler, new RandomStreams(1)));
    run.beforeOperations(
        then -> {
          then.run();
          scheduler.schedule(3 * SECOND, run::endOperations);
        });
    run.begin();
    scheduler.run();
    assertThat(run.outcome().history().ops())
        .isNotEmpty()
        .allMatch(op -> op.timeNanos() <= 3 * SECOND);
  }

  @Test
  void runningTestHasNoOutcome() {
    TestRun run = echo(new VirtualTimeScheduler(10), new RawCluster((node, message, out) -> {}));
    assertThatThrownBy(run::outcome)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the test has not ended: it is starting nodes");
  }

  private static TestRun echo(VirtualTimeScheduler scheduler, Cluster cluster) {
    TestOptions options = new OptionsBuilder().workload("echo").nodeCount(1).build();
    return new TestRun(
        options,
        Workloads.named("echo").factory().apply(options),
        new World(scheduler, cluster, new RandomStreams(options.seed()), List.of(), new ListLog()),
        op -> {});
  }
}
