package glomers.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glomers.protocol.json.RecordFormat;
import glomers.protocol.json.WireNames;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Bodies that are made up from the components of their record. This class follows the types, into
 * records, collections and maps; a subclass chooses the values.
 */
public abstract class ExampleBodies {
  /** The text of a field, or a key of a map. */
  protected abstract String text();

  /** A number that a field of this type can have. */
  protected abstract JsonElement number(Class<?> type);

  /** The value of a boolean field. */
  protected abstract boolean flag();

  /**
   * A value of any other type, such as {@link JsonElement}.
   *
   * @return null if none is known
   */
  protected abstract JsonElement other(Type type);

  /** How many elements the next collection or map has. */
  protected abstract int size();

  /** Whether the next optional field is there. */
  protected abstract boolean hasOptional();

  /** An element of a collection; null if none is known. */
  protected JsonElement element(Type type) {
    return value(type);
  }

  /** A body of this class, with its type; empty if no value of one of its fields is known. */
  public final Optional<JsonObject> of(Class<? extends Body> type) {
    Optional<JsonObject> body = record(type);
    body.ifPresent(object -> object.addProperty("type", Codec.typeOf(type)));
    return body;
  }

  private Optional<JsonObject> record(Class<?> type) {
    JsonObject object = new JsonObject();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == Optional.class && !hasOptional()) {
        continue;
      }
      JsonElement value = value(component.getGenericType());
      if (value == null) {
        return Optional.empty();
      }
      object.add(WireNames.snakeCase(component.getName()), value);
    }
    return Optional.of(object);
  }

  /** A value of this type; null if none is known. */
  protected final JsonElement value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    if (!(type instanceof Class<?> plain)) {
      return other(type);
    }
    if (plain == String.class) {
      return new JsonPrimitive(text());
    } else if (plain == boolean.class || plain == Boolean.class) {
      return new JsonPrimitive(flag());
    } else if (RecordFormat.isNumber(plain)) {
      return number(plain);
    }
    return plain.isRecord() ? record(plain).orElse(null) : other(plain);
  }

  private JsonElement container(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return value(arguments[0]);
    } else if (Collection.class.isAssignableFrom(raw)) {
      return list(arguments[0]);
    }
    boolean isMap = Map.class.isAssignableFrom(raw) && arguments[0] == String.class;
    return isMap ? map(arguments[1]) : other(type);
  }

  private JsonElement list(Type of) {
    JsonArray array = new JsonArray();
    for (int i = size(); i > 0; i--) {
      JsonElement element = element(of);
      if (element == null) {
        return null;
      }
      array.add(element);
    }
    return array;
  }

  private JsonElement map(Type of) {
    JsonObject object = new JsonObject();
    for (int i = size(); i > 0; i--) {
      JsonElement value = value(of);
      if (value == null) {
        return null;
      }
      object.add(text(), value);
    }
    return object;
  }
}
