package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server for each mistake, and the anomaly as which it shows. */
class BrokenTxnServersTest {
  private static final String REGISTERS = "txn-rw-register";
  private static final String LISTS = "txn-list-append";

  /** Performs transactions as they come, but for what a subclass does before or after. */
  private abstract static class Async {
    final Node node;
    final TxnServer inner;

    Async(Node node) {
      this.node = node;
      this.inner = new TxnServer();
      node.onAsync(TxnServer.Txn.class, this::txn);
    }

    abstract CompletionStage<? extends Body> txn(Request<TxnServer.Txn> request);

    /** After a while, of random length. */
    void later(Runnable task) {
      node.after(Duration.ofMillis(1 + node.random().nextInt(20)), task);
    }
  }

  /** Performs each read and write by itself: no isolation at all. */
  private static final class StepByStep extends Async {
    StepByStep(Node node) {
      super(node);
    }

    @Override
    CompletionStage<? extends Body> txn(Request<TxnServer.Txn> request) {
      CompletableFuture<TxnServer.TxnOk> reply = new CompletableFuture<>();
      perform(request.body().txn(), new ArrayList<>(), reply);
      return reply;
    }

    private void perform(
        List<List<JsonElement>> left,
        List<List<JsonElement>> done,
        CompletableFuture<TxnServer.TxnOk> reply) {
      if (left.isEmpty()) {
        reply.complete(new TxnServer.TxnOk(done));
        return;
      }
      done.addAll(inner.perform(left.subList(0, 1)));
      later(() -> perform(left.subList(1, left.size()), done, reply));
    }
  }

  /** Reads from a copy that is taken when the transaction begins, and writes when it ends. */
  private static class Snapshots extends Async {
    Snapshots(Node node) {
      super(node);
    }

    @Override
    CompletionStage<? extends Body> txn(Request<TxnServer.Txn> request) {
      Map<JsonElement, JsonElement> snapshot = new HashMap<>(inner.store);
      CompletableFuture<TxnServer.TxnOk> reply = new CompletableFuture<>();
      later(() -> commit(request.body().txn(), snapshot, reply));
      return reply;
    }

    void commit(
        List<List<JsonElement>> txn,
        Map<JsonElement, JsonElement> snapshot,
        CompletableFuture<TxnServer.TxnOk> reply) {
      Map<JsonElement, JsonElement> current = new HashMap<>(inner.store);
      inner.store.clear();
      inner.store.putAll(snapshot);
      List<List<JsonElement>> done = inner.perform(txn);
      inner.store.clear();
      inner.store.putAll(current);
      txn.stream().filter(op -> !TxnServer.isRead(op)).forEach(inner::write);
      reply.complete(new TxnServer.TxnOk(done));
    }
  }

  /** As {@link Snapshots}, but the first to write a key wins: snapshot isolation. */
  private static final class FirstCommitterWins extends Snapshots {
    FirstCommitterWins(Node node) {
      super(node);
    }

    @Override
    void commit(
        List<List<JsonElement>> txn,
        Map<JsonElement, JsonElement> snapshot,
        CompletableFuture<TxnServer.TxnOk> reply) {
      boolean conflict =
          txn.stream()
              .filter(op -> !TxnServer.isRead(op))
              .map(op -> op.get(1))
              .anyMatch(key -> snapshot.get(key) != inner.store.get(key));
      if (conflict) {
        reply.completeExceptionally(new RpcException(ErrorCode.TXN_CONFLICT, "too late"));
      } else {
        super.commit(txn, snapshot, reply);
      }
    }
  }

  /** Writes, and only then finds that it has to abort. */
  private static final class AbortingLate extends TxnServer {
    AbortingLate(Node node) {
      super(node);
    }

    @Override
    Body txn(Request<Txn> request) {
      Body reply = super.txn(request);
      if (node.random().nextInt(10) == 0) {
        throw new RpcException(ErrorCode.ABORT, "changed its mind");
      }
      return reply;
    }
  }

  /** Does not look at its own writes. */
  private static final class Forgetful extends TxnServer {
    Forgetful(Node node) {
      super(node);
    }

    @Override
    List<List<JsonElement>> perform(List<List<JsonElement>> txn) {
      Map<JsonElement, JsonElement> before = new HashMap<>(store);
      return super.perform(txn).stream()
          .map(
              op ->
                  isRead(op)
                      ? List.of(
                          op.get(0), op.get(1), before.getOrDefault(op.get(1), JsonNull.INSTANCE))
                      : op)
          .toList();
    }
  }

  /** Performs all writes first. */
  private static final class WritingFirst extends TxnServer {
    WritingFirst(Node node) {
      super(node);
    }

    @Override
    List<List<JsonElement>> perform(List<List<JsonElement>> txn) {
      txn.stream().filter(op -> !isRead(op)).forEach(this::write);
      return txn.stream()
          .map(op -> isRead(op) ? List.of(op.get(0), op.get(1), read(op.get(1))) : op)
          .toList();
    }
  }

  /** Appends twice now and then, as one that tries again does. */
  private static final class AppendingTwice extends TxnServer {
    AppendingTwice(Node node) {
      super(node);
    }

    @Override
    void write(List<JsonElement> op) {
      super.write(op);
      if (node.random().nextInt(20) == 0) {
        super.write(op);
      }
    }
  }

  /** Reads what was current a while ago. */
  private static final class Stale extends TxnServer {
    private Map<JsonElement, JsonElement> old = Map.of();

    Stale(Node node) {
      super(node);
      node.every(Duration.ofMillis(100), () -> old = new HashMap<>(store));
    }

    @Override
    Body txn(Request<Txn> request) {
      boolean onlyReads = request.body().txn().stream().allMatch(TxnServer::isRead);
      if (!onlyReads) {
        return super.txn(request);
      }
      return new TxnOk(
          request.body().txn().stream()
              .map(
                  op ->
                      List.of(op.get(0), op.get(1), old.getOrDefault(op.get(1), JsonNull.INSTANCE)))
              .toList());
    }
  }

  /** Tells the other node of its writes, which takes them in the order in which they come. */
  private static class LastArrivalWins extends TxnServer {
    record Write(List<List<JsonElement>> ops) implements Body {}

    LastArrivalWins(Node node) {
      super(node);
      node.onOneWay(Write.class, request -> request.body().ops().forEach(this::write));
    }

    @Override
    Body txn(Request<Txn> request) {
      List<List<JsonElement>> writes =
          request.body().txn().stream().filter(op -> !isRead(op)).toList();
      node.peers().forEach(peer -> node.send(peer, new Write(writes)));
      return super.txn(request);
    }
  }

  /** Answers 0 for what was never written. */
  private static final class Inventing extends TxnServer {
    Inventing(Node node) {
      super(node);
    }

    @Override
    JsonElement read(JsonElement key) {
      return store.containsKey(key) ? super.read(key) : new JsonPrimitive(0);
    }
  }

  /** Leaves out the last operation of its reply now and then. */
  private static final class Truncating extends TxnServer {
    Truncating(Node node) {
      super(node);
    }

    @Override
    List<List<JsonElement>> perform(List<List<JsonElement>> txn) {
      List<List<JsonElement>> done = super.perform(txn);
      boolean cut = done.size() > 1 && node.random().nextInt(10) == 0;
      return cut ? done.subList(0, done.size() - 1) : done;
    }
  }

  /** Acknowledges appends that it drops. */
  private static final class Dropping extends TxnServer {
    Dropping(Node node) {
      super(node);
    }

    @Override
    void write(List<JsonElement> op) {
      if (node.random().nextInt(20) > 0) {
        super.write(op);
      }
    }
  }

  /** Shows lists in the order of their elements' last digit. */
  private static final class Shuffling extends TxnServer {
    Shuffling(Node node) {
      super(node);
    }

    @Override
    JsonElement read(JsonElement key) {
      JsonElement list = super.read(key);
      if (list instanceof JsonArray array && array.size() > 1 && node.random().nextInt(10) == 0) {
        array.add(array.remove(0));
      }
      return list;
    }
  }

  /** The first node performs all transactions; the others pass on what they are asked. */
  private static final class Correct {
    Correct(Node node) {
      String first = node.ids().get(0);
      if (node.id().equals(first)) {
        new TxnServer(node);
        return;
      }
      node.onAsync(
          TxnServer.Txn.class,
          request -> node.rpc(first, request.body(), TxnServer.TxnOk.class, Duration.ofSeconds(2)));
    }
  }

  private static Arguments broken(
      String workload, Function<Node, Object> server, int nodes, String model, String anomaly) {
    return arguments(workload, server, nodes, model, anomaly);
  }

  static Stream<Arguments> servers() {
    return Stream.of(
        broken(LISTS, StepByStep::new, 1, "read-uncommitted", "G0"), // dirty write
        broken(LISTS, StepByStep::new, 1, "read-committed", "G1b"), // intermediate read
        broken(REGISTERS, StepByStep::new, 1, "read-committed", "G1b"),
        broken(LISTS, StepByStep::new, 1, "read-committed", "G1c"),
        broken(LISTS, AbortingLate::new, 1, "read-committed", "G1a"), // aborted, or dirty, read
        broken(REGISTERS, AbortingLate::new, 1, "read-committed", "G1a"),
        broken(LISTS, AbortingLate::new, 1, "read-committed", "dirty-update"),
        broken(LISTS, Shuffling::new, 1, "read-committed", "incompatible-order"),
        broken(LISTS, WritingFirst::new, 1, "read-committed", "future-read"),
        broken(REGISTERS, Forgetful::new, 1, "read-atomic", "internal"),
        broken(LISTS, Forgetful::new, 1, "read-atomic", "internal"),
        broken(LISTS, AppendingTwice::new, 1, "read-uncommitted", "duplicate-elements"),
        broken(REGISTERS, Snapshots::new, 1, "cursor-stability", "lost-update"),
        broken(LISTS, Snapshots::new, 1, "update-atomic", "lost-update"),
        broken(LISTS, FirstCommitterWins::new, 1, "serializable", "G2-item"), // write skew
        broken(LISTS, Stale::new, 1, "strong-session-snapshot-isolation", "G-single-item-process"),
        broken(LISTS, Stale::new, 1, "strong-snapshot-isolation", "G-single-item-realtime"),
        broken(LISTS, LastArrivalWins::new, 2, "read-committed", "incompatible-order"),
        broken(REGISTERS, LastArrivalWins::new, 2, "read-uncommitted", "divergent-final-reads"),
        broken(REGISTERS, TxnServer::new, 2, "read-uncommitted", "divergent-final-reads"),
        broken(REGISTERS, Inventing::new, 1, "read-uncommitted", "phantom"),
        broken(REGISTERS, Truncating::new, 1, "read-uncommitted", "mismatched-reply"),
        broken(LISTS, Dropping::new, 1, "read-uncommitted", "lost-write"));
  }

  private static Simulation<?> simulation(
      String workload, Function<? super Node, ?> server, int nodes, String model) {
    return Simulation.of(server)
        .workload(workload)
        .nodes(nodes)
        .concurrency("5n")
        .rate(400)
        .latency(Duration.ofMillis(10))
        .timeLimit(Duration.ofSeconds(5))
        .options(options -> options.keyCount(3).consistencyModels(List.of(model)))
        .noSwarm();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void mistakeIsCaughtUnderItsName(
      String workload, Function<? super Node, ?> server, int nodes, String model, String anomaly) {
    SimulatedRun run = simulation(workload, server, nodes, model).seed(1).run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result().orElseThrow().findings())
        .extracting(finding -> finding.rule().name())
        .contains(anomaly);
    Shrunk.assertFailsAlike(run, server, Correct::new);
  }

  @Test
  @DisplayName("dirty writes of registers show by final reads only, where keys are soon given up")
  void dirtyWritesOfRegistersShowInTheEnd() {
    Simulation<?> simulation =
        simulation(REGISTERS, StepByStep::new, 1, "read-uncommitted")
            .options(options -> options.maxWritesPerKey(2))
            .seed(1);
    SimulatedRun run = simulation.run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result().orElseThrow().findings())
        .extracting(finding -> finding.rule().name())
        .containsOnly("G0");
    simulation.options(options -> options.finalReads(false)).run().assertValid();
  }

  static Stream<Arguments> goodEnough() {
    return Stream.of(
        broken(LISTS, FirstCommitterWins::new, 1, "snapshot-isolation", "none"),
        broken(LISTS, Stale::new, 1, "serializable", "none"),
        broken(REGISTERS, Snapshots::new, 1, "read-committed", "none"));
  }

  @ParameterizedTest
  @MethodSource("goodEnough")
  void weakerModelIsSatisfied(
      String workload, Function<? super Node, ?> server, int nodes, String model, String none) {
    simulation(workload, server, nodes, model).seed(1).run().assertValid();
  }
}
