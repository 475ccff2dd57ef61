package glomers.workbench.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glomers.protocol.ExampleBodies;
import glomers.protocol.json.WireNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Values that a message's fields may have, and hardly ever do: the greatest numbers, empty texts
 * and long ones, lists of thousands. There are few different ones, so that a node which keeps what
 * it is sent does not have to keep more and more.
 */
final class AbsurdValues extends ExampleBodies {
  private static final long EXACT_MAX = 1L << 53;
  private static final List<Long> NUMBERS =
      List.of(
          0L,
          -1L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          EXACT_MAX,
          EXACT_MAX + 1,
          (long) Integer.MAX_VALUE);
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\u001b[31m",
          "\uD83D\uDE00",
          "../../etc",
          "a".repeat(2_000),
          "n0",
          "null");

  private final RandomGenerator random;

  AbsurdValues(RandomGenerator random) {
    this.random = random;
  }

  @Override
  protected String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  @Override
  protected JsonElement number(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> new JsonPrimitive(NUMBERS.get(random.nextInt(2)).intValue());
      case "double", "Double" -> new JsonPrimitive(random.nextBoolean() ? 1e308 : 5e-324);
      case "long", "Long" -> number();
      default -> new JsonPrimitive(1);
    };
  }

  @Override
  protected boolean flag() {
    return random.nextBoolean();
  }

  @Override
  protected boolean hasOptional() {
    return random.nextBoolean();
  }

  private JsonPrimitive number() {
    int chosen = random.nextInt(100);
    return new JsonPrimitive(chosen < NUMBERS.size() ? NUMBERS.get(chosen) : chosen * 1_000_003L);
  }

  @Override
  protected JsonElement element(Type type) {
    return isStep(type) && random.nextInt(10) > 0 ? step() : value(type);
  }

  /** Whether lists of this type may be transactions: lists of lists of anything. */
  private static boolean isStep(Type type) {
    return type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] == JsonElement.class;
  }

  /** A step of a transaction; hardly any list that is drawn freely would be one. */
  private JsonArray step() {
    boolean reads = random.nextInt(4) > 0;
    JsonArray step = new JsonArray();
    step.add(reads ? "r" : random.nextBoolean() ? "w" : "append");
    step.add(anything());
    step.add(reads ? JsonNull.INSTANCE : anything());
    return step;
  }

  @Override
  protected int size() {
    return random.nextInt(200) == 0 ? 2_000 : random.nextInt(4);
  }

  @Override
  protected JsonElement other(Type type) {
    return anything();
  }

  private JsonElement anything() {
    return switch (random.nextInt(5)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(text());
      case 2 -> deep(new JsonPrimitive(1), 50);
      case 3 -> new JsonPrimitive(new BigDecimal("1e300"));
      default -> number();
    };
  }

  private static JsonElement deep(JsonElement inner, int depth) {
    JsonElement value = inner;
    for (int i = 0; i < depth; i++) {
      JsonArray outer = new JsonArray();
      outer.add(value);
      value = outer;
    }
    return value;
  }

  /**
   * Takes a field out of a body, or gives it a value of another type.
   *
   * @return false if the field may have any value
   */
  static boolean breakField(JsonObject body, RecordComponent field, RandomGenerator random) {
    Class<?> type = field.getType();
    if (field.getGenericType().getTypeName().contains("JsonElement")) {
      return false;
    }
    if (type != Optional.class && random.nextInt(4) == 0) {
      body.remove(WireNames.snakeCase(field.getName()));
      return true;
    }
    boolean isNumber = type.isPrimitive() || Number.class.isAssignableFrom(type);
    JsonArray lists = new JsonArray();
    lists.add(new JsonArray());
    body.add(
        WireNames.snakeCase(field.getName()),
        type == Optional.class ? lists : isNumber ? new JsonPrimitive("x") : new JsonPrimitive(7));
    return true;
  }
}
