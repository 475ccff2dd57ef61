package glomers.workbench.service;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.JsonValues;
import java.util.Objects;

/**
 * A key or a value of a store: any JSON. Two are equal if their JSON is, compared deeply; the order
 * of an object's fields does not matter, and 1 is not 1.0.
 */
final class Value {
  private final JsonElement json;
  private final Object comparable;

  private Value(JsonElement json) {
    this.json = json;
    this.comparable = JsonValues.of(json);
  }

  /** A field of a request; null if it is missing. */
  static Value of(JsonObject request, String field) {
    JsonElement json = request.get(field);
    return new Value(json == null ? JsonNull.INSTANCE : json);
  }

  /** The value as it was written. */
  JsonElement json() {
    return json;
  }

  /** Whether Clojure takes it for true: whether it is neither null nor false. */
  boolean isTruthy() {
    return comparable != null && !comparable.equals(false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value that && Objects.equals(comparable, that.comparable);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(comparable);
  }

  /** The value as EDN, as error texts show it. */
  @Override
  public String toString() {
    return Edn.print(comparable);
  }
}
