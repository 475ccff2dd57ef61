package glomers.workbench.workload.txn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that perform a transaction wrongly, and the anomaly as which it shows. */
class TxnMistakesTest {
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

  static Stream<TxnMistake> servers() {
    return Stream.of(
        TxnMistake.withLists(AbortingLate::new, "read-committed", "G1a"), // aborted, or dirty, read
        TxnMistake.withRegisters(AbortingLate::new, "read-committed", "G1a"),
        TxnMistake.withLists(AbortingLate::new, "read-committed", "dirty-update"),
        TxnMistake.withLists(Shuffling::new, "read-committed", "incompatible-order"),
        TxnMistake.withLists(WritingFirst::new, "read-committed", "future-read"),
        TxnMistake.withRegisters(Forgetful::new, "read-atomic", "internal"),
        TxnMistake.withLists(Forgetful::new, "read-atomic", "internal"),
        TxnMistake.withLists(AppendingTwice::new, "read-uncommitted", "duplicate-elements"),
        TxnMistake.withRegisters(Inventing::new, "read-uncommitted", "phantom"),
        TxnMistake.withRegisters(Truncating::new, "read-uncommitted", "mismatched-reply"),
        TxnMistake.withLists(Dropping::new, "read-uncommitted", "lost-write"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void mistakeIsCaughtUnderItsName(TxnMistake mistake) {
    mistake.assertCaught();
  }
}
