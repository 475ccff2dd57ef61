package glomers.protocol;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * One component of a record, and the field of a JSON object that it travels as.
 *
 * @param name the field's name on the wire
 * @param index the component's place in the constructor
 * @param optional whether the field may be missing
 * @param adapter reads and writes the value, that in the Optional if it is one
 * @param accessor reads the component
 */
record RecordField(
    String name, int index, boolean optional, TypeAdapter<Object> adapter, Method accessor) {

  static RecordField of(Gson gson, RecordComponent component, int index) {
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
        WireNames.snakeCase(component.getName()), index, optional, adapter, accessor);
  }

  Object read(JsonReader in) throws IOException {
    Object value;
    try {
      value = adapter.read(in);
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
    adapter.write(out, value);
  }
}
