package glomers.workbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.protocol.Message;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoodServersTest {
  private static void assertValid(Trace trace) {
    assertThat(trace.outcome().failure()).isEmpty();
    assertThat(trace.validity()).as(trace.explain()).isEqualTo(Validity.VALID);
  }

  @Test
  void echoIsValidAndEveryOperationIsOk() {
    Trace trace = SimulatedTest.of("echo", TestServers::echo).nodes(3).run();
    assertValid(trace);
    int count = trace.ops("echo", OpType.OK).size();
    assertThat(count).isBetween(150, 250);
    assertThat(trace.ops()).hasSize(2 * count);
    assertThat(trace.ops(Op::isInvoke)).hasSize(count);
    assertThat(new TreeSet<>(trace.ops().stream().map(Op::node).toList()))
        .containsExactly("n0", "n1", "n2");
    assertThat(trace.outcome().network().clients().sent()).isEqualTo(2L * count + 2 * 3);
    assertThat(trace.outcome().network().servers().sent()).isZero();
  }

  @Test
  @DisplayName("a node may forward a client's request in the client's name, as some Raft nodes do")
  void forwardedRequestsAreAnswered() {
    RawCluster.Script forwarding =
        (node, message, out) ->
            out.accept(
                node.equals("n0")
                    ? RawCluster.reply(
                        message,
                        "{\"type\":\"echo_ok\",\"echo\":" + message.body().get("echo") + "}")
                    : RawCluster.line(message.src(), "n0", message.bodyJson()));
    Trace trace = SimulatedTest.of("echo", RawCluster.Script.afterInit(forwarding)).nodes(3).run();
    assertValid(trace);
    assertThat(trace.ops("echo", OpType.OK)).hasSizeGreaterThan(100);
  }

  @Test
  void uniqueIdsAreValidAndCounted() {
    Trace trace =
        SimulatedTest.of("unique-ids", TestServers::uniqueIds).nodes(3).rate(200).seconds(5).run();
    assertValid(trace);
    assertThat(trace.result("workload").details())
        .containsEntry("duplicated-count", 0)
        .containsEntry("attempted-count", (long) trace.ops(Op::isInvoke).size());
  }

  @Test
  void floodTakesSixteenMessagesPerBroadcast() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(5).latency(50).run();
    assertValid(trace);
    long broadcasts = trace.ops("broadcast", OpType.OK).size();
    assertThat(broadcasts).isBetween(70L, 130L);
    assertThat(trace.outcome().network().servers().sent()).isEqualTo(16 * broadcasts);
    assertThat(trace.outcome().network().servers().received()).isEqualTo(16 * broadcasts);
    assertThat(trace.sentBetweenServers())
        .hasSize((int) (16 * broadcasts))
        .allMatch(message -> message.type().orElse("").equals("broadcast"));
  }

  @Test
  void floodIsStableWithinOneHop() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(5).run();
    assertValid(trace);
    assertThat(trace.result("workload").details())
        .containsEntry("stable-count", trace.ops("broadcast", OpType.OK).size())
        .containsEntry("stale-count", 0)
        .containsEntry("lost-count", 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void clustersOfAnySizeAreValid(int nodes) {
    assertValid(SimulatedTest.of("broadcast", Flood::new).nodes(nodes).latency(20).run());
  }

  @Test
  void initialisesAllNodesAtOnce() {
    Trace trace = SimulatedTest.of("broadcast", Flood::new).nodes(3).seconds(1).run();
    List<Message> inits = trace.sent().subList(0, 3);
    assertThat(inits)
        .extracting(message -> message.src() + ">" + message.dest() + " " + message.body())
        .containsExactly("c0>n0 " + init("n0"), "c1>n1 " + init("n1"), "c2>n2 " + init("n2"));
    assertThat(trace.sent().subList(6, 9))
        .allMatch(message -> message.type().orElse("").equals("topology"))
        .extracting(message -> message.src() + ">" + message.dest())
        .containsExactly("c3>n0", "c4>n1", "c5>n2");
  }

  private static String init(String id) {
    return "{\"type\":\"init\",\"msg_id\":1,\"node_id\":\""
        + id
        + "\",\"node_ids\":[\"n0\",\"n1\",\"n2\"]}";
  }

  @Test
  void workersShareTheNodesInTurn() {
    Trace trace = SimulatedTest.of("echo", TestServers::echo).nodes(3).workersEach(2).run();
    assertValid(trace);
    assertThat(trace.ops()).allMatch(op -> op.node().equals("n" + op.process() % 3));
    assertThat(new TreeSet<>(trace.ops().stream().map(Op::process).toList()))
        .containsExactly(0, 1, 2, 3, 4, 5);
  }
}
