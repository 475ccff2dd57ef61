package glomers.txn;

import com.google.gson.JsonElement;
import glomers.node.Node;
import glomers.node.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the registers of one node, and performs one transaction after the other. */
final class Server {
  private final Map<JsonElement, JsonElement> registers = new HashMap<>();

  Server(Node node) {
    node.on(Txn.class, this::txn);
  }

  private TxnOk txn(Request<Txn> request) {
    List<MicroOp> done = new ArrayList<>();
    for (MicroOp op : request.body().ops()) {
      if (op.isWrite()) {
        registers.put(op.key(), op.value());
        done.add(op);
      } else {
        done.add(op.answered(registers.get(op.key())));
      }
    }
    return TxnOk.of(done);
  }
}
