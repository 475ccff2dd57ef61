package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import glomers.node.Bodies.Echo;
import glomers.node.Bodies.EchoOk;
import glomers.node.Bodies.Go;
import glomers.node.Bodies.GoOk;
import glomers.node.Bodies.Ping;
import glomers.node.Bodies.Pong;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.Init;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineRpcTest {
  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final String GO = "c1 -> n1 {'type':'go'}";

  /** What the rpcs ended in: replies and exceptions. */
  private final List<Object> outcomes = new ArrayList<>();

  private EngineNode view;

  /** On every Go it pings n2. */
  private final TestNode node =
      TestNode.started(
          server -> {
            view = (EngineNode) server;
            server.onOneWay(Go.class, request -> ping());
          });

  private void ping() {
    view.rpc("n2", new Ping(), Pong.class, TIMEOUT)
        .whenComplete((pong, failure) -> outcomes.add(failure == null ? pong : failure));
  }

  @Test
  void replyCompletesCallBeforeNextMessage() {
    assertThat(node.answers(GO)).containsExactly("n1 -> n2 {'type':'ping','msg_id':1}");
    assertThat(outcomes).isEmpty();
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':5}");
    assertThat(outcomes).containsExactly(new Pong(5));
    assertNothingWaits();
  }

  @Test
  @DisplayName("a reply to what the node asked before a crash does not pass for another one's")
  void numbersAreNewInLaterLifetimes() {
    TestNode restarted =
        TestNode.waiting(
            server -> {
              view = (EngineNode) server;
              server.onOneWay(Go.class, request -> ping());
            });
    restarted.receive(TestNode.INIT.formatted("['n1','n2','n3']").replace("c0", "c17"));
    restarted.sent();
    assertThat(restarted.answers(GO))
        .containsExactly("n1 -> n2 {'type':'ping','msg_id':17000000001}");
    restarted.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':4}");
    assertThat(outcomes).isEmpty();
    restarted.receive("n2 -> n1 {'type':'pong','in_reply_to':17000000001,'count':5}");
    assertThat(outcomes).containsExactly(new Pong(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0", "c3", "c", "c-4", "tester", "c1234567"})
  void numbersBeginAtOneOtherwise(String client) {
    Init init = new Init("n1", List.of("n1", "n2", "n3"));
    assertThat(RequestNumbers.before(init, client)).isZero();
  }

  @Test
  void acceptsRepliesInAnyOrder() {
    node.receive(GO);
    node.receive(GO);
    assertThat(node.answers(GO)).containsExactly("n1 -> n2 {'type':'ping','msg_id':3}");
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':3,'count':30}");
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':10}");
    assertThat(outcomes).containsExactly(new Pong(30), new Pong(10));
    assertThat(view.calls().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "14, abort, true",
    "0, timeout, false",
    "20, key-does-not-exist, true",
    "1001, unknown, false"
  })
  void anErrorReplyFailsTheCallWithItsCode(int code, String name, boolean definite) {
    node.receive(GO);
    node.receive("n2 -> n1 {'type':'error','in_reply_to':1,'code':%s,'text':'t'}".formatted(code));
    assertThat(failure().code()).isEqualTo(new ErrorCode(code, name, definite));
    assertThat(failure().text()).isEqualTo("t");
    assertNothingWaits();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'pong'",
        "'type':'pong','count':'many'",
        "'type':'echo_ok','count':1",
        "'type':null,'count':1",
        "'count':1",
        "'type':'error'",
        "'type':'error','code':'x'",
      })
  void aReplyThatCannotBeReadFailsTheCallAsMalformed(String fields) {
    node.receive(GO);
    node.receive("n2 -> n1 {'in_reply_to':1," + fields + "}");
    assertThat(failure().code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertNothingWaits();
  }

  @Test
  void callWithoutReplyTimesOut() {
    node.receive(GO);
    node.advance(TIMEOUT.minusNanos(1));
    assertThat(outcomes).isEmpty();
    node.advance(Duration.ofNanos(1));
    assertThat(failure().code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(failure().text()).isEqualTo("n2 did not reply within 500 ms");
    assertNothingWaits();
  }

  @Test
  void aLateReplyIsDropped() {
    node.receive(GO);
    node.advance(TIMEOUT);
    assertThat(node.answers("n2 -> n1 {'type':'pong','in_reply_to':1,'msg_id':9,'count':5}"))
        .isEmpty();
    assertThat(outcomes).hasSize(1);
    assertThat(node.log().messages(System.Logger.Level.DEBUG))
        .anyMatch(line -> line.startsWith("dropped a reply"));
  }

  @Test
  void aSecondReplyIsDropped() {
    node.receive(GO);
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':1}");
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':2}");
    assertThat(outcomes).containsExactly(new Pong(1));
  }

  @Test
  void ignoresReplyFromOtherNode() {
    node.receive(GO);
    node.receive("n3 -> n1 {'type':'pong','in_reply_to':1,'count':3}");
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':2,'count':3}");
    assertThat(outcomes).isEmpty();
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':2}");
    assertThat(outcomes).containsExactly(new Pong(2));
  }

  @Test
  void replyIsNeverHandledAsRequest() {
    assertThat(node.answers("n2 -> n1 {'type':'go','in_reply_to':1,'msg_id':5}")).isEmpty();
    assertThat(outcomes).isEmpty();
  }

  @Test
  void refusesTooManyCalls() {
    for (int i = 0; i < PendingCalls.CALLS_MAX; i++) {
      ping();
    }
    assertThat(outcomes).isEmpty();
    assertThat(node.environment().takeSent()).hasSize(PendingCalls.CALLS_MAX);

    ping();
    assertThat(failure().code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
    assertThat(node.sent()).isEmpty();

    node.advance(TIMEOUT);
    assertThat(outcomes).hasSize(PendingCalls.CALLS_MAX + 1);
    assertNothingWaits();
    ping();
    assertThat(node.sent()).describedAs("there is room again").hasSize(1);
  }

  @Test
  void callsAreForgottenHoweverTheyEnd() {
    for (int i = 1; i <= 1_000; i++) {
      node.receive(GO);
      if (i % 3 == 0) {
        node.receive("n2 -> n1 {'type':'pong','in_reply_to':" + i + ",'count':5}");
      } else if (i % 3 == 1) {
        node.receive("n2 -> n1 {'type':'error','in_reply_to':" + i + ",'code':11}");
      }
      node.advance(Duration.ofMillis(1));
    }
    node.advance(TIMEOUT);
    assertThat(outcomes).hasSize(1_000);
    assertNothingWaits();
  }

  @Test
  void invalidCallThrowsAtOnce() {
    for (Duration timeout : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> view.rpc("n2", new Ping(), Pong.class, timeout))
          .withMessageContaining("timeout must be positive");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.rpc("n2", new Echo(null), EchoOk.class, TIMEOUT))
        .withMessageContaining("Echo.echo is null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> view.rpc("n2", new Ping(), Body.class, TIMEOUT))
        .withMessageContaining("is no record");
    assertThat(node.sent()).isEmpty();
    assertNothingWaits();
  }

  @Test
  void aCompletionThatThrowsDoesNoHarm() {
    view.rpc("n2", new Ping(), Pong.class, TIMEOUT)
        .thenAccept(
            pong -> {
              throw new IllegalStateException("a bug");
            });
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':5}");
    assertNothingWaits();
    node.receive(GO);
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':2,'count':6}");
    assertThat(outcomes).containsExactly(new Pong(6));
  }

  @Test
  void aCompletionMayCallAgain() {
    view.rpc("n2", new Ping(), Pong.class, TIMEOUT).thenRun(this::ping);
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':1,'count':5}");
    node.receive("n2 -> n1 {'type':'pong','in_reply_to':2,'count':6}");
    assertThat(outcomes).containsExactly(new Pong(6));
  }

  @Test
  void answersRequestByReplyOfOtherNode() {
    TestNode relay =
        TestNode.started(
            server ->
                server.onAsync(
                    Go.class,
                    request ->
                        server
                            .rpc("n2", new Ping(), Pong.class, TIMEOUT)
                            .thenApply(pong -> new GoOk())));
    relay.receive("c1 -> n1 {'type':'go','msg_id':8}");
    relay.receive("c1 -> n1 {'type':'go','msg_id':9}");
    assertThat(relay.answers("n2 -> n1 {'type':'pong','in_reply_to':1,'count':5}"))
        .containsExactly("n1 -> c1 {'type':'go_ok','in_reply_to':8}");
    relay.advance(TIMEOUT);
    assertThat(relay.sent())
        .describedAs("the failure of the call is that of the request")
        .singleElement()
        .asString()
        .contains("'in_reply_to':9,'code':0,");
  }

  private RpcException failure() {
    assertThat(outcomes).singleElement().isInstanceOf(RpcException.class);
    return (RpcException) outcomes.get(0);
  }

  private void assertNothingWaits() {
    assertThat(view.calls().size()).isZero();
    assertThat(node.environment().waitingTimers()).isZero();
  }
}
