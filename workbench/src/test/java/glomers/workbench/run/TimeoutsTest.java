package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.run.RawCluster.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations that end otherwise than well, and what is recorded of them. */
class TimeoutsTest {
  private static final long SECOND = 1_000_000_000L;

  private static List<Op> ended(Trace trace) {
    return trace.ops(op -> op.isClient() && !op.isInvoke());
  }

  @Test
  void outcomeIsUnknownAfterFiveSeconds() {
    Trace trace = SimulatedTest.of("echo", TestServers::silentEcho).nodes(3).run();
    assertThat(trace.validity()).isEqualTo(Validity.INVALID);
    assertThat(ended(trace))
        .isNotEmpty()
        .allSatisfy(
            op -> {
              assertThat(op.type()).isEqualTo(OpType.INFO);
              assertThat(op.error()).isEqualTo(Keyword.of("net-timeout"));
              assertThat(op.value()).asString().startsWith("Please echo");
              Op invocation = trace.outcome().history().invocation(op);
              assertThat(op.timeNanos() - invocation.timeNanos()).isEqualTo(5 * SECOND);
            });
  }

  @Test
  void waitsForOperationsAtTimeLimit() {
    Trace trace = SimulatedTest.of("echo", TestServers::silentEcho).nodes(3).run();
    assertThat(ended(trace)).hasSize(trace.ops(Op::isInvoke).size());
    assertThat(trace.endNanos()).isBetween(20 * SECOND, 25 * SECOND);
  }

  @Test
  void processNumbersGoUpByTheConcurrency() {
    Trace trace = SimulatedTest.of("echo", TestServers::silentEcho).nodes(3).workersEach(2).run();
    assertThat(trace.ops().stream().map(op -> op.process() % 6).distinct()).hasSize(6);
    for (int worker = 0; worker < 6; worker++) {
      int first = worker;
      List<Integer> processes =
          trace.ops(op -> op.isInvoke() && op.process() % 6 == first).stream()
              .map(Op::process)
              .toList();
      assertThat(processes).hasSizeGreaterThan(2).first().isEqualTo(first);
      for (int i = 0; i < processes.size(); i++) {
        assertThat(processes.get(i)).isEqualTo(first + 6 * i);
      }
    }
  }

  @Test
  void ignoresLateReplyOnly() {
    Trace trace =
        SimulatedTest.of("echo", node -> TestServers.slowEcho(node, Duration.ofSeconds(6))).run();
    assertThat(ended(trace)).hasSizeGreaterThan(2).allMatch(op -> op.type() == OpType.INFO);
    assertThat(trace.outcome().failure()).as("replies to clients that have left").isEmpty();
  }

  /** Broadcasts are answered, reads are not. */
  @Test
  void timedOutReadFailsAndProcessContinues() {
    Trace trace =
        SimulatedTest.of(
                "broadcast",
                Script.afterInit(
                    (node, message, out) -> {
                      String type = message.type().orElseThrow();
                      if (!type.equals("read")) {
                        out.accept(RawCluster.reply(message, "{\"type\": \"" + type + "_ok\"}"));
                      }
                    }))
            .nodes(2)
            .run();
    List<Op> reads = ended(trace).stream().filter(op -> op.f().equals("read")).toList();
    assertThat(reads)
        .isNotEmpty()
        .allMatch(op -> op.type() == OpType.FAIL)
        .allMatch(op -> Keyword.of("net-timeout").equals(op.error()));
    assertThat(trace.ops()).allMatch(op -> op.process() < 2);
    assertThat(trace.result("stats").validity()).isEqualTo(Validity.INVALID);
  }

  private static Op firstAnsweredBy(ErrorCode code) {
    Trace trace =
        SimulatedTest.of(
                "echo",
                node ->
                    node.on(
                        TestServers.Echo.class,
                        request -> {
                          throw new RpcException(code, "no");
                        }))
            .seconds(5)
            .run();
    return ended(trace).get(0);
  }

  @Test
  void aDefiniteErrorIsAFailure() {
    Op op = firstAnsweredBy(ErrorCode.TEMPORARILY_UNAVAILABLE);
    assertThat(op.type()).isEqualTo(OpType.FAIL);
    assertThat(op.error()).isEqualTo(List.of(Keyword.of("temporarily-unavailable"), "no"));
    assertThat(op.value()).asString().startsWith("Please echo");
  }

  @Test
  void anIndefiniteErrorLeavesTheOutcomeUnknown() {
    assertThat(firstAnsweredBy(ErrorCode.CRASH).type()).isEqualTo(OpType.INFO);
    assertThat(firstAnsweredBy(new ErrorCode(1001, "own", true)).type()).isEqualTo(OpType.INFO);
  }
}
