package glomers.txnlist;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.TreeMap;

/** A database as transactions change it; the one that they began with stays as it is. */
final class Draft {
  /** How long the lists of the root may be, as text: it is sent with each swap. */
  private static final int CHARS_MAX = 4_000;

  private final Database base;
  private final Tree tree;
  private final Map<String, JsonElement> lists;

  Draft(Database base, Tree tree) {
    this.base = base;
    this.tree = tree;
    lists = new TreeMap<>(base.lists());
  }

  TxnOk perform(Txn txn) {
    return TxnOk.of(txn.ops().stream().map(this::perform).toList());
  }

  private MicroOp perform(MicroOp op) {
    String key = op.key().toString();
    JsonElement list = lists.containsKey(key) ? lists.get(key) : tree.get(key);
    if (!op.isAppend()) {
      return op.answered(list);
    }
    lists.put(key, op.appendedTo(list));
    return op;
  }

  /** The root that this swap leads to; the same one if nothing has changed. */
  Database result(String node, String swap) {
    if (lists.equals(base.lists())) {
      return base;
    }
    if (lists.toString().length() > CHARS_MAX) {
      lists.forEach(tree::put);
      lists.clear();
    }
    Map<String, String> swaps = new TreeMap<>(base.swaps());
    swaps.put(node, swap);
    return new Database(base.number() + 1, swaps, tree.top, lists);
  }
}
