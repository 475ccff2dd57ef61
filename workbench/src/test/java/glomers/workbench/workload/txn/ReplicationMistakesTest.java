package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers whose copies are old or differ, and the anomaly as which it shows. */
class ReplicationMistakesTest {
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

  static Stream<TxnMistake> servers() {
    return Stream.of(
        TxnMistake.withLists(
            Stale::new, "strong-session-snapshot-isolation", "G-single-item-process"),
        TxnMistake.withLists(Stale::new, "strong-snapshot-isolation", "G-single-item-realtime"),
        TxnMistake.withLists(LastArrivalWins::new, "read-committed", "incompatible-order")
            .onTwoNodes(),
        TxnMistake.withRegisters(LastArrivalWins::new, "read-uncommitted", "divergent-final-reads")
            .onTwoNodes(),
        TxnMistake.withRegisters(TxnServer::new, "read-uncommitted", "divergent-final-reads")
            .onTwoNodes());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void mistakeIsCaughtUnderItsName(TxnMistake mistake) {
    mistake.assertCaught();
  }

  @Test
  void staleReadsAreSerializable() {
    TxnMistake.withLists(Stale::new, "serializable", "none").simulation().run().assertValid();
  }
}
