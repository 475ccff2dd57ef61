package glomers.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Bodies that are made up from the components of their record, for a warm-up. */
public final class Samples {
  /** Strings repeat after this many, as keys and ids do. */
  private static final int STRINGS = 8;

  private Samples() {}

  /**
   * A request of this class as JSON; empty if it has a component of which no sample is known.
   *
   * @param number the numbers in it follow from this one; it is the request's {@code msg_id}, too
   */
  public static Optional<JsonObject> of(Class<? extends Body> type, int number) {
    JsonObject body = new JsonObject();
    body.addProperty("type", Codec.typeOf(type));
    body.addProperty("msg_id", number);
    return addFields(body, type, number) ? Optional.of(body) : Optional.empty();
  }

  private static boolean addFields(JsonObject object, Class<?> type, int number) {
    for (RecordComponent component : type.getRecordComponents()) {
      JsonElement value = value(component.getGenericType(), number);
      if (value == null) {
        return false;
      }
      object.add(WireNames.snakeCase(component.getName()), value);
    }
    return true;
  }

  /** Null if none is known. */
  private static JsonElement value(Type type, int number) {
    if (type instanceof ParameterizedType generic) {
      return container(generic, number);
    }
    if (type == String.class) {
      return new JsonPrimitive("s" + number % STRINGS);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new JsonPrimitive(number % 2 == 0);
    }
    if (type == JsonElement.class || type instanceof Class<?> known && SizedNumbers.has(known)) {
      return new JsonPrimitive(number);
    }
    JsonObject object = new JsonObject();
    boolean made =
        type instanceof Class<?> inner && inner.isRecord() && addFields(object, inner, number);
    return made ? object : null;
  }

  private static JsonElement container(ParameterizedType type, int number) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    JsonElement element = value(arguments[arguments.length - 1], number);
    if (element == null || raw == Optional.class) {
      return element;
    }
    if (Collection.class.isAssignableFrom(raw)) {
      JsonArray array = new JsonArray();
      array.add(element);
      return array;
    }
    JsonObject object = new JsonObject();
    object.add("s" + number % STRINGS, element);
    return Map.class.isAssignableFrom(raw) && arguments[0] == String.class ? object : null;
  }
}
