package glomers.txn;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * One read or write of a register: a micro-operation of a transaction, in Jepsen's words.
 *
 * @param isWrite whether it is a write
 * @param value what is written or was read; null in JSON for a read that is not answered yet, or
 *     that found nothing
 */
record MicroOp(boolean isWrite, JsonElement key, JsonElement value) {
  /**
   * The operation that a triple stands for, such as {@code ["w", 1, 5]} or {@code ["r", 1, null]}.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  static MicroOp of(List<JsonElement> triple) {
    if (triple.size() != 3) {
      throw new IllegalArgumentException(triple + " must be a function, a key and a value");
    }
    boolean write = triple.get(0).equals(new JsonPrimitive("w"));
    if (!write && !triple.get(0).equals(new JsonPrimitive("r"))) {
      throw new IllegalArgumentException("the function of " + triple + " must be \"r\" or \"w\"");
    }
    return new MicroOp(write, triple.get(1), triple.get(2));
  }

  /** This read, answered. */
  MicroOp answered(JsonElement found) {
    return new MicroOp(false, key, found == null ? JsonNull.INSTANCE : found);
  }

  List<JsonElement> toTriple() {
    return List.of(new JsonPrimitive(isWrite ? "w" : "r"), key, value);
  }
}
