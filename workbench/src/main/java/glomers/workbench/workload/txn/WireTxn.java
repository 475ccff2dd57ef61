package glomers.workbench.workload.txn;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.List;

/**
 * Transactions as they travel: lists of triples of a function, a key and a value, such as {@code
 * [["r", 1, null], ["w", 2, 3]]}. Histories hold the same with keywords: {@code [[:r 1 nil] [:w 2
 * 3]]}.
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
            "functions must be \"r\" or \""
                + type.writeFunction()
                + "\", but one is "
                + triple.get(0));
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

  static List<List<JsonElement>> ofEdn(Object txn) {
    List<List<JsonElement>> wire = new ArrayList<>();
    for (Object each : (List<?>) txn) {
      List<?> triple = (List<?>) each;
      Object value = triple.get(2);
      wire.add(
          List.of(
              new JsonPrimitive(((Keyword) triple.get(0)).name()),
              new JsonPrimitive((Number) triple.get(1)),
              value == null ? JsonNull.INSTANCE : new JsonPrimitive((Number) value)));
    }
    return wire;
  }

  static List<Object> toEdn(List<List<JsonElement>> txn) {
    List<Object> edn = new ArrayList<>(txn.size());
    for (List<JsonElement> triple : txn) {
      List<Object> each = new ArrayList<>(3);
      each.add(Keyword.of(function(triple.get(0))));
      each.add(JsonValues.of(triple.get(1)));
      each.add(JsonValues.of(triple.get(2)));
      edn.add(each);
    }
    return edn;
  }
}
