package glomers.service;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.node.TestNode;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The compare-and-set loop, message by message. */
class UpdateLoopTest {
  private static final Duration LONG = Duration.ofMillis(500);

  private final List<Node> nodes = new ArrayList<>();
  private final TestNode world = TestNode.started(nodes::add);
  private final List<Object> outcomes = new ArrayList<>();
  private int msgId;

  private void update(Function<Optional<Integer>, Integer> function) {
    KeyValue.linearizable(nodes.get(0))
        .update("k", Integer.class, function)
        .whenComplete((value, failure) -> outcomes.add(failure == null ? value : failure));
  }

  private void increment() {
    update(value -> value.orElse(0) + 1);
  }

  /** Takes what was sent, and replies to it. */
  private void reply(String sent, String reply) {
    msgId++;
    assertThat(world.sent())
        .containsExactly("n1 -> lin-kv " + sent.replace("'msg_id':?", "'msg_id':" + msgId));
    world.receive("lin-kv -> n1 {'in_reply_to':" + msgId + "," + reply + "}");
  }

  private void reads(String value) {
    reply("{'type':'read','msg_id':?,'key':'k'}", "'type':'read_ok','value':" + value);
  }

  private void replaces(String from, int to, boolean create, String reply) {
    reply(
        "{'type':'cas','msg_id':?,'key':'k','from':%s,'to':%s,'create_if_not_exists':%s}"
            .formatted(from, to, create),
        reply);
  }

  private void assertFailed(ErrorCode code) {
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(RpcException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void setsWhatTheFunctionMakesOfTheValue() {
    increment();
    reads("5");
    replaces("5", 6, false, "'type':'cas_ok'");
    assertThat(outcomes).containsExactly(6);
  }

  @Test
  void createsAKeyThatDoesNotExist() {
    increment();
    reply("{'type':'read','msg_id':?,'key':'k'}", "'type':'error','code':20");
    replaces("null", 1, true, "'type':'cas_ok'");
    assertThat(outcomes).containsExactly(1);
  }

  @Test
  void triesAgainWhenAnotherCameBetween() {
    increment();
    reads("5");
    replaces("5", 6, false, "'type':'error','code':22");
    assertThat(world.sent()).isEmpty();
    world.advance(Duration.ofMillis(10));
    reads("8");
    replaces("8", 9, false, "'type':'cas_ok'");
    assertThat(outcomes).containsExactly(9);
  }

  @Test
  void givesUpWithTheLastError() {
    increment();
    for (int i = 0; i < UpdateLoop.ATTEMPTS_MAX; i++) {
      assertThat(outcomes).isEmpty();
      reads("5");
      replaces("5", 6, false, "'type':'error','code':22");
      world.advance(LONG);
    }
    assertFailed(ErrorCode.PRECONDITION_FAILED);
    assertThat(world.sent()).isEmpty();
  }

  @Test
  void neverRepeatsWhatMayHaveHappened() {
    increment();
    reads("5");
    world.advance(KeyValue.TIMEOUT);
    assertFailed(ErrorCode.TIMEOUT);
    world.sent();
    world.advance(LONG);
    assertThat(world.sent()).isEmpty();
  }

  @Test
  void failsWithWhatTheFunctionThrows() {
    IllegalStateException cause = new IllegalStateException("no");
    update(
        value -> {
          throw cause;
        });
    reads("5");
    assertThat(outcomes).containsExactly(cause);
  }

  @Test
  void failsIfTheValueIsOfAnotherClass() {
    increment();
    reads("'five'");
    assertFailed(ErrorCode.MALFORMED_REQUEST);
  }
}
