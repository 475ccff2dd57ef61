package glomers.protocol.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Accepts a JSON value only for a component of the same type. Gson by itself would read {@code
 * "5"}, {@code 1.5} and {@code 3000000000} into an int, {@code true} into a String, and null into
 * any of them, and a node would continue with a value that nobody sent.
 */
final class StrictTypes implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    JsonToken token = tokenOf(type.getRawType());
    if (token == null) {
      return null;
    }
    // Gson's own adapter of Integer delays a node's start (see bench/README.md): it is looked for
    // in Integer's annotations, too.
    boolean sized = SizedNumbers.has(type.getRawType());
    TypeAdapter<T> delegate = sized ? null : gson.getDelegateAdapter(this, type);
    return new Strict<>(token, type.getRawType(), delegate);
  }

  private static JsonToken tokenOf(Class<?> type) {
    if (type == String.class || type == char.class || type == Character.class || type.isEnum()) {
      return JsonToken.STRING;
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return JsonToken.BEGIN_ARRAY;
    }
    if (Map.class.isAssignableFrom(type)) {
      return JsonToken.BEGIN_OBJECT;
    }
    if (type == boolean.class || type == Boolean.class) {
      return JsonToken.BOOLEAN;
    }
    boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return number ? JsonToken.NUMBER : null;
  }

  private static JsonToken tokenOf(JsonElement element) {
    if (element instanceof JsonPrimitive value) {
      return value.isString()
          ? JsonToken.STRING
          : value.isBoolean() ? JsonToken.BOOLEAN : JsonToken.NUMBER;
    }
    if (element.isJsonNull()) {
      return JsonToken.NULL;
    }
    return element.isJsonArray() ? JsonToken.BEGIN_ARRAY : JsonToken.BEGIN_OBJECT;
  }

  /** The path of the value itself. */
  private static final String ROOT = "$";

  private static final class Strict<T> extends TreeAdapter<T> {
    private final JsonToken expected;
    private final Class<?> type;
    private final TypeAdapter<T> delegate;
    private final boolean sized;

    /**
     * An adapter for this type.
     *
     * @param delegate does the work; none for numbers of a fixed size
     */
    Strict(JsonToken expected, Class<?> type, TypeAdapter<T> delegate) {
      this.expected = expected;
      this.type = type;
      this.delegate = delegate;
      this.sized = delegate == null;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      JsonToken found = in.peek();
      if (found != expected) {
        throw mustBe(in.getPath(), wanted(), described(found), found);
      }
      if (sized) {
        String path = in.getPath();
        return number(path, in.nextString());
      }
      return known(delegate.read(in));
    }

    @Override
    T readTree(JsonElement element) {
      JsonToken found = tokenOf(element);
      if (found != expected) {
        throw mustBe(ROOT, wanted(), described(found), found);
      }
      if (sized) {
        return number(ROOT, element.getAsString());
      }
      return type == String.class ? text(element) : known(delegate.fromJsonTree(element));
    }

    @SuppressWarnings("unchecked")
    private T text(JsonElement element) {
      return (T) element.getAsString();
    }

    private T known(T value) {
      if (value == null && type.isEnum()) {
        throw mustBe(
            ROOT,
            "one of " + Arrays.toString(type.getEnumConstants()),
            "another text",
            JsonToken.STRING);
      }
      return value;
    }

    @SuppressWarnings("unchecked")
    private T number(String path, String text) {
      try {
        return (T) SizedNumbers.parse(text, type);
      } catch (NumberFormatException e) {
        boolean tooLarge = SizedNumbers.isWhole(type) && text.matches("-?[0-9]+");
        String size = tooLarge ? " of at most " + SizedNumbers.bits(type) + " bits" : "";
        throw mustBe(path, wanted() + size, text, JsonToken.NUMBER);
      }
    }

    private String wanted() {
      return sized && SizedNumbers.isWhole(type) ? "an integer" : described(expected);
    }

    private MisfitException mustBe(String path, String wanted, String found, JsonToken token) {
      return new MisfitException(path, expected, token, "must be " + wanted + ", but is " + found);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value instanceof Integer || value instanceof Long) {
        out.value(((Number) value).longValue()); // as digits, without searching the text for NaN
      } else if (sized) {
        out.value((Number) value);
      } else {
        delegate.write(out, value);
      }
    }

    private static String described(JsonToken token) {
      return switch (token) {
        case NULL -> "null";
        case BEGIN_OBJECT, BEGIN_ARRAY -> "an " + name(token);
        default -> "a " + name(token);
      };
    }

    private static String name(JsonToken token) {
      return switch (token) {
        case BEGIN_OBJECT -> "object";
        case BEGIN_ARRAY -> "array";
        default -> token.name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }
}
