package glomers.txnlist;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A read of a list, or an append to one: a micro-operation of a transaction, in Jepsen's words.
 *
 * @param value what is appended, or the list that was read; null in JSON for a read that is not
 *     answered yet, or that found nothing
 */
record MicroOp(boolean isAppend, JsonElement key, JsonElement value) {
  /**
   * The operation that a triple stands for, such as {@code ["append", 1, 5]} or {@code ["r", 1,
   * null]}.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  static MicroOp of(List<JsonElement> triple) {
    if (triple.size() != 3) {
      throw new IllegalArgumentException(triple + " must be a function, a key and a value");
    }
    boolean append = triple.get(0).equals(new JsonPrimitive("append"));
    if (!append && !triple.get(0).equals(new JsonPrimitive("r"))) {
      throw new IllegalArgumentException(
          "the function of " + triple + " must be \"r\" or \"append\"");
    }
    return new MicroOp(append, triple.get(1), triple.get(2));
  }

  /** This read, answered. */
  MicroOp answered(JsonElement list) {
    return new MicroOp(false, key, list);
  }

  /** The list that this append makes of another one, which stays as it is. */
  JsonArray appendedTo(JsonElement list) {
    JsonArray longer = list.isJsonArray() ? list.getAsJsonArray().deepCopy() : new JsonArray();
    longer.add(value);
    return longer;
  }

  List<JsonElement> toTriple() {
    return List.of(new JsonPrimitive(isAppend ? "append" : "r"), key, value);
  }
}
