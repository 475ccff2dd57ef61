package glomers.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * Takes a number only where a number stands, and so on. Gson by itself would read {@code "5"} into
 * an int, {@code true} into a String and null into either, and a node would go on with a value that
 * nobody sent.
 */
final class StrictTypes implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    JsonToken token = tokenOf(type.getRawType());
    return token == null
        ? null
        : new Strict<>(token, type.getRawType(), gson.getDelegateAdapter(this, type));
  }

  private static JsonToken tokenOf(Class<?> type) {
    if (type == String.class) {
      return JsonToken.STRING;
    }
    if (type == boolean.class || type == Boolean.class) {
      return JsonToken.BOOLEAN;
    }
    boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return number && type != char.class ? JsonToken.NUMBER : null;
  }

  private static final class Strict<T> extends TypeAdapter<T> {
    private final JsonToken expected;
    private final Class<?> type;
    private final TypeAdapter<T> delegate;

    Strict(JsonToken expected, Class<?> type, TypeAdapter<T> delegate) {
      this.expected = expected;
      this.type = type;
      this.delegate = delegate;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      JsonToken found = in.peek();
      if (found != expected) {
        throw new JsonParseException(
            "must be a JSON "
                + name(expected)
                + " ("
                + type.getSimpleName()
                + "), but is a "
                + name(found));
      }
      return delegate.read(in);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      delegate.write(out, value);
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
