package glomers.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.service.KeyValue;
import glomers.service.TimestampOracle;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The node library's clients against the services, in scenarios. */
class ClientsTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  record Put(String store, int value) implements Body {}

  record PutOk() implements Body {}

  record Get(String store) implements Body {}

  record GetOk(int value) implements Body {}

  record Increment(String store) implements Body {}

  record IncrementOk(int value) implements Body {}

  record Timestamp() implements Body {}

  record TimestampOk(long value) implements Body {}

  /** Passes what it is asked on to one key of a store. */
  static final class Server {
    private final Node node;
    int incremented;

    Server(Node node) {
      this.node = node;
      node.onAsync(Put.class, this::put);
      node.onAsync(Get.class, this::get);
      node.onAsync(Increment.class, this::increment);
      TimestampOracle oracle = new TimestampOracle(node);
      node.onAsync(Timestamp.class, request -> oracle.next().thenApply(TimestampOk::new));
    }

    private KeyValue store(String name) {
      return switch (name) {
        case "lin-kv" -> KeyValue.linearizable(node);
        case "seq-kv" -> KeyValue.sequential(node);
        default -> KeyValue.lastWriteWins(node);
      };
    }

    private CompletionStage<PutOk> put(Request<Put> request) {
      Put put = request.body();
      return store(put.store()).write("k", put.value()).thenApply(done -> new PutOk());
    }

    private CompletionStage<GetOk> get(Request<Get> request) {
      return store(request.body().store()).read("k", Integer.class).thenApply(GetOk::new);
    }

    private CompletionStage<IncrementOk> increment(Request<Increment> request) {
      return store(request.body().store())
          .update("k", Integer.class, value -> value.orElse(0) + 1)
          .thenApply(
              value -> {
                incremented++;
                return new IncrementOk(value);
              });
    }
  }

  private static Scenario<Server> scenario(long seed) {
    return Scenario.of(Server::new, 3, LATENCY, seed);
  }

  private final Scenario<Server> scenario = scenario(1);

  private int get(String node, String store) {
    return scenario.call(node, new Get(store), GetOk.class).value();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lin-kv", "seq-kv"})
  void readsItsOwnWrite(String store) {
    scenario.call("n0", new Put(store, 5), PutOk.class);
    assertThat(get("n0", store)).isEqualTo(5);
    assertThat(scenario.now()).isEqualTo(LATENCY.multipliedBy(4));
  }

  @Test
  void theStoresAreApart() {
    scenario.call("n0", new Put("lin-kv", 5), PutOk.class);
    assertThatThrownBy(() -> get("n0", "seq-kv"))
        .isInstanceOfSatisfying(
            RpcException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_DOES_NOT_EXIST));
  }

  @Test
  void partitionsSpareServices() {
    List.of("n0", "n1", "n2").forEach(scenario::isolate);
    scenario.call("n0", new Put("lin-kv", 5), PutOk.class);
    assertThat(get("n1", "lin-kv")).isEqualTo(5);
  }

  @Test
  void timestampsRiseOverAllNodes() {
    for (long i = 0; i < 6; i++) {
      TimestampOk reply = scenario.call("n" + i % 3, new Timestamp(), TimestampOk.class);
      assertThat(reply.value()).isEqualTo(i);
    }
  }

  @Test
  void aWriteThatTimesOutMayHaveHappened() {
    scenario.hold("lin-kv", "n0");
    assertThatThrownBy(() -> scenario.call("n0", new Put("lin-kv", 5), PutOk.class))
        .isInstanceOfSatisfying(
            RpcException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
    assertThat(scenario.now()).isEqualTo(KeyValue.TIMEOUT);
    assertThat(get("n1", "lin-kv")).isEqualTo(5);
  }

  @Test
  void lateReplyAnswersNoOtherCall() {
    scenario.call("n1", new Put("lin-kv", 5), PutOk.class);
    scenario.hold("lin-kv", "n0");
    assertThatThrownBy(() -> get("n0", "lin-kv")).isInstanceOf(RpcException.class);
    scenario.call("n1", new Put("lin-kv", 6), PutOk.class);
    scenario.release("lin-kv", "n0");
    assertThat(get("n0", "lin-kv")).isEqualTo(6);
  }

  @SeedTest(30)
  void incrementsOfAllNodesAddUp(long seed) {
    Scenario<Server> busy = scenario(seed);
    int[] acknowledged = {0};
    busy.always(
        "counts acknowledged increments",
        servers -> {
          acknowledged[0] = servers.stream().mapToInt(server -> server.incremented).sum();
          return true;
        });
    for (int i = 0; i < 12; i++) {
      busy.send("n" + i % 3, new Increment("lin-kv"));
    }
    busy.advance(Duration.ofSeconds(20));
    assertThat(acknowledged[0]).isPositive();
    assertThat(busy.call("n0", new Get("lin-kv"), GetOk.class).value()).isEqualTo(acknowledged[0]);
  }

  @SeedTest(30)
  void lateMessagesLoseNoAcknowledgedIncrement(long seed) {
    Scenario<Server> late = scenario(seed);
    SplittableRandom random = new SplittableRandom(seed);
    int acknowledged = 0;
    int unknown = 0;
    for (int i = 0; i < 60; i++) {
      String node = "n" + random.nextInt(3);
      switch (random.nextInt(4)) {
        case 0 -> late.hold(node, "lin-kv"); // a request that comes after its timeout
        case 1 -> late.hold("lin-kv", node); // a reply that does
        default -> {
          late.release(node, "lin-kv");
          late.release("lin-kv", node);
        }
      }
      try {
        late.call(node, new Increment("lin-kv"), IncrementOk.class);
        acknowledged++;
      } catch (RpcException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT);
        unknown++;
      }
    }
    for (String node : List.of("n0", "n1", "n2")) {
      late.release(node, "lin-kv");
      late.release("lin-kv", node);
    }
    late.advance(Duration.ofSeconds(1));
    assertThat(acknowledged).isPositive();
    assertThat(unknown).isPositive();
    assertThat(late.call("n0", new Get("lin-kv"), GetOk.class).value())
        .isBetween(acknowledged, acknowledged + unknown);
  }

  @Test
  void whatIsLostEndsInATimeout() {
    scenario.partition(List.of("n0"), List.of("lin-tso"));
    assertThatThrownBy(() -> scenario.call("n0", new Timestamp(), TimestampOk.class))
        .isInstanceOfSatisfying(
            RpcException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
    scenario.heal();
    assertThat(scenario.call("n0", new Timestamp(), TimestampOk.class).value()).isZero();
  }
}
