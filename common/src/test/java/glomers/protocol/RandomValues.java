package glomers.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws values, the awkward ones more often than chance would. */
final class RandomValues {
  private static final long[] AWKWARD_LONGS = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final double[] AWKWARD_DOUBLES = {
    0.0, -0.0, 0.1, 1e21, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0 / 3
  };
  private static final String[] AWKWARD_TEXTS = {
    "",
    " ",
    "\n",
    "\r\n",
    "\"",
    "\\",
    "\\n",
    "/",
    "\u0000",
    "\u001f",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\uffff",
    "é",
    "日本",
    "😀",
    "</script>",
    "null",
    "{}",
    "type"
  };
  private static final String[] AWKWARD_NUMBERS = {
    "0", "-0", "1.0", "1e400", "12345678901234567890", "-1.50E-7"
  };

  private final RandomGenerator random;

  RandomValues(RandomGenerator random) {
    this.random = random;
  }

  int integer() {
    return random.nextBoolean() ? random.nextInt() : random.nextInt(-3, 4);
  }

  long longInteger() {
    return random.nextBoolean()
        ? random.nextLong()
        : AWKWARD_LONGS[random.nextInt(AWKWARD_LONGS.length)];
  }

  double real() {
    double any = Double.longBitsToDouble(random.nextLong());
    return random.nextBoolean() && Double.isFinite(any)
        ? any
        : AWKWARD_DOUBLES[random.nextInt(AWKWARD_DOUBLES.length)];
  }

  boolean flag() {
    return random.nextBoolean();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(5); parts > 0; parts--) {
      if (random.nextBoolean()) {
        text.append(AWKWARD_TEXTS[random.nextInt(AWKWARD_TEXTS.length)]);
      } else {
        text.appendCodePoint(codePoint());
      }
    }
    return text.toString();
  }

  /** Any but a half of a surrogate pair: those have no form in UTF-8. */
  private int codePoint() {
    int any = random.nextInt(Character.MAX_CODE_POINT + 1);
    return any >= Character.MIN_SURROGATE && any <= Character.MAX_SURROGATE ? 'x' : any;
  }

  <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int size = random.nextInt(4); size > 0; size--) {
      list.add(element.get());
    }
    return list;
  }

  <T> Set<T> set(Supplier<T> element) {
    return new LinkedHashSet<>(list(element));
  }

  <T> Map<String, T> map(Supplier<T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    for (String key : list(this::text)) {
      map.put(key, value.get());
    }
    return map;
  }

  JsonElement json(int depthMax) {
    return switch (random.nextInt(depthMax > 0 ? 7 : 5)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(flag());
      case 2 -> new JsonPrimitive(text());
      case 3 -> JsonParser.parseString(String.valueOf(longInteger()));
      case 4 -> JsonParser.parseString(AWKWARD_NUMBERS[random.nextInt(AWKWARD_NUMBERS.length)]);
      case 5 -> jsonArray(depthMax - 1);
      default -> jsonObject(depthMax - 1);
    };
  }

  private JsonArray jsonArray(int depthMax) {
    JsonArray array = new JsonArray();
    list(() -> json(depthMax)).forEach(array::add);
    return array;
  }

  JsonObject jsonObject(int depthMax) {
    JsonObject object = new JsonObject();
    map(() -> json(depthMax)).forEach(object::add);
    return object;
  }
}
