package glomers.workbench.workload.txn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that let transactions overlap, and the anomaly as which it shows. */
class IsolationMistakesTest {
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

  static Stream<TxnMistake> servers() {
    return Stream.of(
        TxnMistake.withLists(StepByStep::new, "read-uncommitted", "G0"), // dirty write
        TxnMistake.withLists(StepByStep::new, "read-committed", "G1b"), // intermediate read
        TxnMistake.withRegisters(StepByStep::new, "read-committed", "G1b"),
        TxnMistake.withLists(StepByStep::new, "read-committed", "G1c"),
        TxnMistake.withRegisters(Snapshots::new, "cursor-stability", "lost-update"),
        TxnMistake.withLists(Snapshots::new, "update-atomic", "lost-update"),
        TxnMistake.withLists(FirstCommitterWins::new, "serializable", "G2-item")); // write skew
  }

  @ParameterizedTest
  @MethodSource("servers")
  void mistakeIsCaughtUnderItsName(TxnMistake mistake) {
    mistake.assertCaught();
  }

  @Test
  @DisplayName("dirty writes of registers show by final reads only, where keys are soon given up")
  void dirtyWritesOfRegistersShowInTheEnd() {
    Simulation<?> simulation =
        TxnMistake.withRegisters(StepByStep::new, "read-uncommitted", "G0")
            .simulation()
            .options(options -> options.maxWritesPerKey(2));
    SimulatedRun run = simulation.run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result().orElseThrow().findings())
        .extracting(finding -> finding.rule().name())
        .containsOnly("G0");
    simulation.options(options -> options.finalReads(false)).run().assertValid();
  }

  @Test
  void weakerModelIsSatisfied() {
    TxnMistake.withLists(FirstCommitterWins::new, "snapshot-isolation", "none")
        .simulation()
        .run()
        .assertValid();
    TxnMistake.withRegisters(Snapshots::new, "read-committed", "none")
        .simulation()
        .run()
        .assertValid();
  }
}
