package glomers.raft;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A read of a list, or an append to one: a micro-operation of a transaction, in Jepsen's words.
 *
 * @param value what is appended; null in JSON for a read
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
}
