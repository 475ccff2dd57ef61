package glomers.workbench.workload.txn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A correct server on one node, for registers and for lists: one transaction after the other.
 * Subclasses make one mistake each.
 */
class TxnServer {
  record Txn(List<List<JsonElement>> txn) implements Body {}

  record TxnOk(List<List<JsonElement>> txn) implements Body {}

  final Node node;
  final Map<JsonElement, JsonElement> store = new HashMap<>();

  /** A store that no node serves. */
  TxnServer() {
    this.node = null;
  }

  TxnServer(Node node) {
    this.node = node;
    node.on(Txn.class, this::txn);
  }

  Body txn(Request<Txn> request) {
    return new TxnOk(perform(request.body().txn()));
  }

  List<List<JsonElement>> perform(List<List<JsonElement>> txn) {
    List<List<JsonElement>> done = new ArrayList<>();
    for (List<JsonElement> op : txn) {
      if (isRead(op)) {
        done.add(List.of(op.get(0), op.get(1), read(op.get(1))));
      } else {
        write(op);
        done.add(op);
      }
    }
    return done;
  }

  JsonElement read(JsonElement key) {
    return store.getOrDefault(key, JsonNull.INSTANCE).deepCopy();
  }

  void write(List<JsonElement> op) {
    store.put(op.get(1), written(read(op.get(1)), op));
  }

  /** What a key holds after a write. */
  static JsonElement written(JsonElement before, List<JsonElement> op) {
    if (op.get(0).getAsString().equals("w")) {
      return op.get(2);
    }
    JsonArray list = before.isJsonNull() ? new JsonArray() : before.getAsJsonArray().deepCopy();
    list.add(op.get(2));
    return list;
  }

  static boolean isRead(List<JsonElement> op) {
    return op.get(0).equals(new JsonPrimitive("r"));
  }
}
