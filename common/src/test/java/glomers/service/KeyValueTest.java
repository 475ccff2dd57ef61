package glomers.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.TestNode;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and replies of one node, message by message. */
class KeyValueTest {
  record Point(int x, List<String> names) {}

  private final List<Node> nodes = new ArrayList<>();
  private final TestNode world = TestNode.started(nodes::add);
  private final KeyValue store = KeyValue.linearizable(nodes.get(0));
  private final List<Object> outcomes = new ArrayList<>();

  private void await(CompletionStage<?> stage) {
    stage.whenComplete((value, failure) -> outcomes.add(failure == null ? "" + value : failure));
  }

  private void assertFailed(ErrorCode code) {
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(RpcException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void eachStoreHasItsOwnAddress() {
    Node node = nodes.get(0);
    List.of(KeyValue.linearizable(node), KeyValue.sequential(node), KeyValue.lastWriteWins(node))
        .forEach(each -> each.read("k", Integer.class));
    assertThat(world.sent())
        .containsExactly(
            "n1 -> lin-kv {'type':'read','msg_id':1,'key':'k'}",
            "n1 -> seq-kv {'type':'read','msg_id':2,'key':'k'}",
            "n1 -> lww-kv {'type':'read','msg_id':3,'key':'k'}");
  }

  @Test
  void readsAnInteger() {
    await(store.read("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':1,'value':5}");
    assertThat(outcomes).containsExactly("5");
  }

  @Test
  void readsAllKeysThatExist() {
    await(store.readAll(List.of("a", "b", "c"), Integer.class));
    assertThat(world.sent()).hasSize(3);
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':3,'value':5}");
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':2,'code':20,'text':'none'}");
    assertThat(outcomes).isEmpty();
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':1,'value':7}");
    assertThat(outcomes).containsExactly("{c=5, a=7}");
  }

  @Test
  void writesAllValues() {
    await(store.writeAll(new TreeMap<>(Map.of("a", 1, "b", 2))));
    assertThat(world.sent())
        .containsExactly(
            "n1 -> lin-kv {'type':'write','msg_id':1,'key':'a','value':1}",
            "n1 -> lin-kv {'type':'write','msg_id':2,'key':'b','value':2}");
    world.receive("lin-kv -> n1 {'type':'write_ok','in_reply_to':2}");
    assertThat(outcomes).isEmpty();
    world.receive("lin-kv -> n1 {'type':'write_ok','in_reply_to':1}");
    assertThat(outcomes).containsExactly("null");
  }

  @Test
  void failsIfOneOfManyWritesFails() {
    await(store.writeAll(new TreeMap<>(Map.of("a", 1, "b", 2))));
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':1,'code':11,'text':'no'}");
    world.receive("lin-kv -> n1 {'type':'write_ok','in_reply_to':2}");
    assertThat(outcomes).singleElement().isInstanceOf(CompletionException.class);
  }

  @Test
  void writesAndReadsRecords() {
    await(store.write(List.of(1, "a"), new Point(3, List.of("b"))));
    assertThat(world.sent())
        .containsExactly(
            "n1 -> lin-kv {'type':'write','msg_id':1,'key':[1,'a'],"
                + "'value':{'x':3,'names':['b']}}");
    world.receive("lin-kv -> n1 {'type':'write_ok','in_reply_to':1}");
    await(store.read(Map.of("a", true), Point.class));
    assertThat(world.sent())
        .containsExactly("n1 -> lin-kv {'type':'read','msg_id':2,'key':{'a':true}}");
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':2,'value':{'x':4,'names':[]}}");
    assertThat(outcomes).containsExactly("null", "Point[x=4, names=[]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "1.5", "3000000000", "null", "[]"})
  void refusesAValueOfAnotherClass(String value) {
    await(store.read("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':1,'value':" + value + "}");
    assertFailed(ErrorCode.MALFORMED_REQUEST);
  }

  @Test
  void readsAnyJson() {
    await(store.read("k", JsonElement.class));
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':1,'value':[null,1.50]}");
    assertThat(outcomes).containsExactly("[null,1.50]");
  }

  @Test
  void failsWithTheErrorOfTheStore() {
    await(store.read("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':1,'code':20,'text':'none'}");
    assertFailed(ErrorCode.KEY_DOES_NOT_EXIST);
  }

  @Test
  void readsIfPresent() {
    await(store.readIfPresent("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':1,'code':20,'text':'none'}");
    await(store.readIfPresent("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'read_ok','in_reply_to':2,'value':7}");
    assertThat(outcomes).containsExactly("Optional.empty", "Optional[7]");
  }

  @Test
  void readingIfPresentStillFailsOtherwise() {
    await(store.readIfPresent("k", Integer.class));
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':1,'code':13,'text':'broken'}");
    assertFailed(ErrorCode.CRASH);
  }

  @Test
  void comparesAndSets() {
    await(store.compareAndSet("k", 1, new JsonPrimitive("two"), true));
    assertThat(world.sent())
        .containsExactly(
            "n1 -> lin-kv {'type':'cas','msg_id':1,'key':'k','from':1,'to':'two',"
                + "'create_if_not_exists':true}");
    world.receive("lin-kv -> n1 {'type':'error','in_reply_to':1,'code':22,'text':'no'}");
    assertFailed(ErrorCode.PRECONDITION_FAILED);
  }

  @Test
  void waitsForTheTimeoutAndNoLonger() {
    KeyValue patient = store.withTimeout(Duration.ofSeconds(3));
    await(patient.write("k", 1));
    world.advance(Duration.ofMillis(2_999));
    assertThat(outcomes).isEmpty();
    world.advance(Duration.ofMillis(1));
    assertFailed(ErrorCode.TIMEOUT);
  }

  @Test
  void asksForTimestamps() {
    await(new TimestampOracle(nodes.get(0)).next());
    assertThat(world.sent()).containsExactly("n1 -> lin-tso {'type':'ts','msg_id':1}");
    world.receive("lin-tso -> n1 {'type':'ts_ok','in_reply_to':1,'ts':41}");
    assertThat(outcomes).containsExactly("41");
    outcomes.clear();
    await(new TimestampOracle(nodes.get(0), Duration.ofSeconds(2)).next());
    world.advance(Duration.ofSeconds(2));
    assertFailed(ErrorCode.TIMEOUT);
  }
}
