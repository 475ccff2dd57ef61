package glomers.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;

/**
 * One component of a record, and the field of a JSON object that it travels as.
 *
 * @param name the field's name on the wire
 * @param optional whether the field may be missing
 * @param reader makes the value of JSON, that in the Optional if it is one
 * @param writer writes that value
 * @param accessor reads the component
 */
record RecordField(
    String name,
    boolean optional,
    Function<JsonElement, ?> reader,
    TypeAdapter<Object> writer,
    Method accessor) {

  static RecordField of(Gson gson, RecordComponent component) {
    boolean optional = component.getType() == Optional.class;
    Type type = component.getGenericType();
    if (optional && type instanceof ParameterizedType parameterized) {
      type = parameterized.getActualTypeArguments()[0];
    }
    @SuppressWarnings("unchecked")
    TypeAdapter<Object> adapter = (TypeAdapter<Object>) gson.getAdapter(TypeToken.get(type));
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new RecordField(
        WireNames.snakeCase(component.getName()),
        optional,
        reader(type, adapter),
        adapter,
        accessor);
  }

  private static Function<JsonElement, ?> reader(Type type, TypeAdapter<?> adapter) {
    if (type == JsonElement.class) {
      return element -> element;
    }
    return adapter instanceof TreeAdapter<?> trees ? trees::readTree : adapter::fromJsonTree;
  }

  Object read(JsonElement element) {
    Object value;
    try {
      value = reader.apply(element);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw RpcException.malformed("the field \"" + name + "\" " + e.getMessage(), e);
    }
    if (value == null) {
      throw RpcException.malformed("the field \"" + name + "\" must not be null", null);
    }
    return optional ? Optional.of(value) : value;
  }

  void write(JsonWriter out, Object owner) throws IOException {
    Object value;
    try {
      value = accessor.invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't read " + accessor, e);
    }
    if (value == null) {
      throw new IllegalArgumentException(
          accessor.getDeclaringClass().getSimpleName()
              + "."
              + accessor.getName()
              + " is null: give it a value, or make it an Optional");
    }
    if (value instanceof Optional<?> maybe) {
      if (maybe.isEmpty()) {
        return;
      }
      value = maybe.get();
    }
    out.name(name);
    writer.write(out, value);
  }
}
