package glomers.txnlist;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.util.Map;
import java.util.TreeMap;

/** A database as transactions change it; the one that they began with stays as it is. */
final class Draft {
  private final Map<String, JsonElement> lists;

  Draft(Database base) {
    lists = new TreeMap<>(base.lists());
  }

  TxnOk perform(Txn txn) {
    return TxnOk.of(txn.ops().stream().map(this::perform).toList());
  }

  private MicroOp perform(MicroOp op) {
    String key = op.key().toString();
    JsonElement list = lists.getOrDefault(key, JsonNull.INSTANCE);
    if (!op.isAppend()) {
      return op.answered(list);
    }
    lists.put(key, op.appendedTo(list));
    return op;
  }

  Database result() {
    return new Database(lists);
  }
}
