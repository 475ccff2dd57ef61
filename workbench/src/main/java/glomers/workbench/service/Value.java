package glomers.workbench.service;

import glomers.protocol.json.JsonText;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.JsonValues;
import java.util.Objects;
import java.util.Optional;

/**
 * A key or a value of a store: any JSON. Two are equal if their JSON is, compared deeply; the order
 * of an object's fields does not matter, and 1 is not 1.0.
 */
final class Value {
  private final JsonText json;
  private Object comparable;
  private boolean isRead;

  private Value(JsonText json) {
    this.json = json;
  }

  /** A field of a request, which may be missing: then it is null. */
  static Value of(Optional<JsonText> field) {
    return new Value(field.orElse(JsonText.NULL));
  }

  /** The value as it was written. */
  JsonText json() {
    return json;
  }

  /** Made when it is needed: values that were written alike are equal. */
  private Object comparable() {
    if (!isRead) {
      comparable = JsonValues.of(json.tree());
      isRead = true;
    }
    return comparable;
  }

  /** Whether Clojure takes it for true: whether it is neither null nor false. */
  boolean isTruthy() {
    return comparable() != null && !comparable().equals(false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Value that
        && (json.text().equals(that.json.text())
            || Objects.equals(comparable(), that.comparable()));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(comparable());
  }

  /** The value as EDN, as error texts show it. */
  @Override
  public String toString() {
    return Edn.print(comparable());
  }
}
