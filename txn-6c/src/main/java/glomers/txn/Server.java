package glomers.txn;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Performs transactions on its own copy of the registers, and sends their writes to the other nodes
 * afterwards. It waits for no other node, so that a node that is cut off stays available.
 */
final class Server {
  private final Node node;
  private final Registers registers = new Registers();
  private final Replication replication;
  private long clock;

  Server(Node node) {
    this.node = node;
    this.replication = new Replication(node, this::apply);
    node.on(Txn.class, this::txn);
  }

  private TxnOk txn(Request<Txn> request) {
    Timestamp timestamp = new Timestamp(clock + 1, node.id());
    Map<JsonElement, JsonElement> written = new LinkedHashMap<>();
    List<MicroOp> done = new ArrayList<>();
    for (MicroOp op : request.body().ops()) {
      if (op.isWrite()) {
        registers.write(timestamp, op.key(), op.value());
        written.put(op.key(), op.value());
        done.add(op);
      } else {
        done.add(op.answered(registers.read(op.key())));
      }
    }
    if (!written.isEmpty()) {
      clock = timestamp.time();
      replication.replicate(new Update(clock, pairs(written)));
    }
    return TxnOk.of(done);
  }

  private static List<List<JsonElement>> pairs(Map<JsonElement, JsonElement> written) {
    return written.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
  }

  private void apply(String origin, Update update) {
    clock = Math.max(clock, update.time());
    Timestamp timestamp = new Timestamp(update.time(), origin);
    update.writes().forEach(pair -> registers.write(timestamp, pair.get(0), pair.get(1)));
  }
}
