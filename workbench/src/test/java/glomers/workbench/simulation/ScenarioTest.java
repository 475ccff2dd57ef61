package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import glomers.workbench.run.TestServers.Echo;
import glomers.workbench.run.TestServers.EchoOk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Calls, time, and what is written down of them. */
class ScenarioTest {
  private static final Echo HELLO = new Echo(new JsonPrimitive("hello"));

  private static Scenario<?> scenario(Consumer<? super Node> server) {
    return Scenario.of(TestServers.server(server), 2, Duration.ofMillis(100), 7);
  }

  private final Scenario<?> flood = scenario(Flood::new);

  @Test
  void aCallReturnsTheReplyWhenItComes() {
    Scenario<?> slow =
        scenario(
            node ->
                node.onAsync(
                    Echo.class,
                    request -> {
                      CompletableFuture<EchoOk> reply = new CompletableFuture<>();
                      node.after(
                          Duration.ofSeconds(3),
                          () -> reply.complete(new EchoOk(request.body().echo())));
                      return reply;
                    }));
    assertThat(slow.call("n1", HELLO, EchoOk.class)).isEqualTo(new EchoOk(HELLO.echo()));
    assertThat(slow.now()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void simulatedNodesAreConstructedOnce() {
    List<String> constructed = new ArrayList<>();
    Scenario<?> two = scenario(node -> constructed.add(node.id()));
    two.advance(Duration.ofSeconds(1));
    assertThat(constructed).containsExactlyInAnyOrder("n0", "n1");
  }

  @Test
  void throwsErrorOfNode() {
    assertThatThrownBy(() -> flood.call("n0", HELLO, EchoOk.class))
        .isInstanceOfSatisfying(
            RpcException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED));
  }

  @Test
  void callTimesOutAfterFiveSeconds() {
    Scenario<?> silent = scenario(node -> node.onOneWay(Echo.class, request -> {}));
    assertThatThrownBy(() -> silent.call("n0", HELLO, EchoOk.class))
        .isInstanceOfSatisfying(
            RpcException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT);
              assertThat(e.text()).startsWith("n0 did not reply to Echo");
            });
    assertThat(silent.now()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aReplyOfAnotherTypeBreaksTheProtocol() {
    assertThatThrownBy(() -> flood.call("n0", new Flood.Read(), Flood.BroadcastOk.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "n0 was sent {\"type\":\"read\",\"msg_id\":1} and replied {\"type\":\"read_ok\"");
  }

  @Test
  void brokenProtocolEndsScenario() {
    Scenario<?> broken =
        scenario(node -> node.after(Duration.ofSeconds(1), () -> node.send("n9", HELLO)));
    broken.advance(Duration.ofMillis(999));
    assertThatThrownBy(() -> broken.advance(Duration.ofSeconds(9)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("node n0 sent a message that can't be delivered: there is no n9");
    assertThatThrownBy(() -> broken.call("n1", HELLO, EchoOk.class))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> broken.runUntil(() -> true, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void failingConstructorEndsScenario() {
    assertThatThrownBy(
            () ->
                scenario(
                    node -> {
                      throw new IllegalArgumentException("no config");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the nodes can't be initialised")
        .hasMessageContaining("no config");
  }

  @Test
  void timePassesByTheStepOnly() {
    assertThat(flood.now()).isZero();
    flood.send("n0", new Flood.Broadcast(1));
    assertThat(flood.trace()).isEqualTo("> send n0 Broadcast[message=1]\n");
    flood.advance(Duration.ofSeconds(2));
    flood.advance(Duration.ofMillis(1));
    assertThat(flood.now()).isEqualTo(Duration.ofMillis(2_001));
  }

  @Test
  void runUntilStopsWhenConditionHolds() {
    flood.send("n0", new Flood.Broadcast(1));
    flood.runUntil(() -> flood.trace().contains("n0 -> n1"), Duration.ofSeconds(9));
    assertThat(flood.now()).isEqualTo(Duration.ofMillis(100));
    assertThatThrownBy(() -> flood.runUntil(() -> false, Duration.ofSeconds(9)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("the condition did not hold within PT9S; the trace:\n" + flood.trace());
  }

  @Test
  void traceShowsStepsAndEffects() {
    flood.call("n0", new Flood.Broadcast(1), Flood.BroadcastOk.class);
    flood.note("n1 misses the first value.");
    flood.isolate("n1");
    flood.advance(Duration.ofMillis(200));
    flood.heal();
    flood.send("n0", new Flood.Broadcast(2));
    flood.advance(Duration.ofMillis(100));
    assertThat(flood.trace())
        .isEqualTo(
            """
            > call n0 Broadcast[message=1]
                   0.000 ms  c0 -> n0  {"type":"broadcast","msg_id":1,"message":1}  (sent at 0.000)
                   0.000 ms  n0 -> c0  {"type":"broadcast_ok","in_reply_to":1}  (sent at 0.000)
            # n1 misses the first value.
            > partition [n1] from [n0]
            > advance 200 ms
                 100.000 ms  n0 -x n1  {"type":"broadcast","message":1}  (sent at 0.000, lost: partition)
            > heal
            > send n0 Broadcast[message=2]
            > advance 100 ms
                 200.000 ms  c0 -> n0  {"type":"broadcast","message":2}  (sent at 200.000)
                 300.000 ms  n0 -> n1  {"type":"broadcast","message":2}  (sent at 200.000)
            """);
  }
}
