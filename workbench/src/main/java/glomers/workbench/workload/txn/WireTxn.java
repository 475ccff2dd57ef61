package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.workbench.edn.JsonValues;
import java.util.ArrayList;
import java.util.List;

/**
 * Transactions as they travel: lists of triples of a function, a key and a value, such as {@code
 * [["r", 1, null], ["w", 2, 3]]}.
 */
final class WireTxn {
  private WireTxn() {}

  /**
   * Checks the form of a reply.
   *
   * @throws IllegalArgumentException if it is none; the message says what it should be
   */
  static void require(DataType type, List<List<JsonElement>> txn) {
    for (List<JsonElement> triple : txn) {
      if (triple == null || triple.size() != 3) {
        throw new IllegalArgumentException(
            "a transaction must be a list of triples [function, key, value], but one is " + triple);
      }
      String function = function(triple.get(0));
      if (!function.equals("r") && !function.equals(type.writeFunction())) {
        throw new IllegalArgumentException(
            "functions must be \"r\" or \"%s\", but one is %s"
                .formatted(type.writeFunction(), triple.get(0)));
      }
      JsonElement value = triple.get(2);
      if (type == DataType.LIST_APPEND
          && function.equals("r")
          && !value.isJsonArray()
          && !value.isJsonNull()) {
        throw new IllegalArgumentException(
            "the value of a read must be a list or null, but is " + value);
      }
    }
  }

  private static String function(JsonElement json) {
    return json instanceof JsonPrimitive primitive && primitive.isString()
        ? primitive.getAsString()
        : "";
  }

  static List<List<JsonElement>> of(MicroOps txn) {
    List<List<JsonElement>> wire = new ArrayList<>(txn.parts().size());
    for (MicroOp op : txn.parts()) {
      wire.add(
          List.of(
              new JsonPrimitive(op.f()),
              new JsonPrimitive((Number) op.key()),
              op.value() == null ? JsonNull.INSTANCE : new JsonPrimitive((Number) op.value())));
    }
    return wire;
  }

  static MicroOps ops(List<List<JsonElement>> txn) {
    List<MicroOp> ops = new ArrayList<>(txn.size());
    for (List<JsonElement> triple : txn) {
      ops.add(
          new MicroOp(
              function(triple.get(0)), JsonValues.of(triple.get(1)), JsonValues.of(triple.get(2))));
    }
    return new MicroOps(ops);
  }
}
