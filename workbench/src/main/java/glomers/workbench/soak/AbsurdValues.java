package glomers.workbench.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glomers.protocol.Body;
import glomers.protocol.Codec;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Values that a message's fields may have, and hardly ever do: the greatest numbers, empty texts
 * and long ones, lists of thousands. There are few different ones, so that a node which keeps what
 * it is sent does not have to keep more and more.
 */
final class AbsurdValues {
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

  /** A body of this type, with all its fields. */
  JsonObject body(Class<? extends Body> type) {
    JsonObject body = record(type);
    body.addProperty("type", Codec.typeOf(type));
    return body;
  }

  private JsonObject record(Class<?> type) {
    JsonObject object = new JsonObject();
    for (RecordComponent each : type.getRecordComponents()) {
      JsonElement value = value(each.getGenericType());
      if (value != null) {
        object.add(name(each), value);
      }
    }
    return object;
  }

  /** The value of a field; null if the field is left out. */
  private JsonElement value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return new JsonPrimitive(NUMBERS.get(random.nextInt(2)).intValue());
    } else if (plain == long.class || plain == Long.class) {
      return number();
    } else if (plain == double.class || plain == Double.class) {
      return new JsonPrimitive(random.nextBoolean() ? 1e308 : 5e-324);
    } else if (plain == boolean.class || plain == Boolean.class) {
      return new JsonPrimitive(random.nextBoolean());
    } else if (plain == String.class) {
      return new JsonPrimitive(TEXTS.get(random.nextInt(TEXTS.size())));
    } else if (plain.isRecord()) {
      return record(plain);
    }
    return anything();
  }

  private JsonPrimitive number() {
    int chosen = random.nextInt(100);
    return new JsonPrimitive(chosen < NUMBERS.size() ? NUMBERS.get(chosen) : chosen * 1_000_003L);
  }

  private JsonElement container(Class<?> raw, Type[] of) {
    if (raw == Optional.class) {
      return random.nextBoolean() ? value(of[0]) : null;
    }
    if (Map.class.isAssignableFrom(raw)) {
      JsonObject map = new JsonObject();
      for (int i = size(); i > 0; i--) {
        map.add(TEXTS.get(random.nextInt(TEXTS.size())), value(of[1]));
      }
      return map;
    }
    JsonArray list = new JsonArray();
    for (int i = size(); i > 0; i--) {
      list.add(isStep(of[0]) && random.nextInt(10) > 0 ? step() : value(of[0]));
    }
    return list;
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

  private int size() {
    return random.nextInt(200) == 0 ? 2_000 : random.nextInt(4);
  }

  private JsonElement anything() {
    return switch (random.nextInt(5)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(TEXTS.get(random.nextInt(TEXTS.size())));
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

  private static String name(RecordComponent field) {
    return field.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
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
      body.remove(name(field));
      return true;
    }
    boolean isNumber = type.isPrimitive() || Number.class.isAssignableFrom(type);
    JsonArray lists = new JsonArray();
    lists.add(new JsonArray());
    body.add(
        name(field),
        type == Optional.class ? lists : isNumber ? new JsonPrimitive("x") : new JsonPrimitive(7));
    return true;
  }
}
