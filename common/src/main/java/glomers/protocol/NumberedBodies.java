package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Type;

/** Ordinary bodies, whose values follow from a number: for a warm-up. */
public final class NumberedBodies extends ExampleBodies {
  /** Texts repeat after this many, as keys and ids do. */
  private static final int TEXTS = 8;

  private final int number;

  /** Bodies with this number in them. */
  public NumberedBodies(int number) {
    this.number = number;
  }

  @Override
  protected String text() {
    return "s" + number % TEXTS;
  }

  @Override
  protected JsonElement number(Class<?> type) {
    return new JsonPrimitive(number);
  }

  @Override
  protected boolean flag() {
    return number % 2 == 0;
  }

  @Override
  protected JsonElement other(Type type) {
    return type == JsonElement.class ? new JsonPrimitive(number) : null;
  }

  @Override
  protected int size() {
    return 1;
  }

  @Override
  protected boolean hasOptional() {
    return true;
  }
}
