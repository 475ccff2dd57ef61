package glomers.protocol.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
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
 * @param text reads and writes that value as text
 * @param first what stands before the value on the wire if it is the first of its object
 * @param next what stands before it otherwise
 * @param usual whether a cursor takes the name
 * @param accessor reads the component
 */
record RecordField(
    String name,
    boolean optional,
    Function<JsonElement, ?> reader,
    TextAdapter<Object> text,
    String first,
    String next,
    boolean usual,
    Method accessor) {
  private static final Object[] NO_ARGUMENTS = {}; // else each call makes one

  static RecordField of(Gson gson, RecordComponent component) {
    boolean optional = component.getType() == Optional.class;
    Type type = component.getGenericType();
    if (optional && type instanceof ParameterizedType parameterized) {
      type = parameterized.getActualTypeArguments()[0];
    }
    Function<JsonElement, ?> reader = reader(type, gson.getAdapter(TypeToken.get(type)));
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    String name = WireNames.snakeCase(component.getName());
    LineWriter label = label(name);
    return new RecordField(
        name,
        optional,
        reader,
        TextAdapters.of(gson, type, reader),
        "{" + label,
        "," + label,
        label.isUsual(),
        accessor);
  }

  private static LineWriter label(String name) {
    try {
      LineWriter label = new LineWriter();
      label.name(name);
      return label;
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " can't be a field's name", e);
    }
  }

  /** Reads and writes values of a type as text. */
  static TextAdapter<Object> adapter(Gson gson, Type type) {
    return TextAdapters.of(gson, type, reader(type, gson.getAdapter(TypeToken.get(type))));
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
    } catch (MisfitException e) {
      throw new MalformedException("the field " + e.named(name) + " " + e.getMessage(), e);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new MalformedException("the field \"" + name + "\" " + e.getMessage(), e);
    }
    if (value == null) {
      throw new MalformedException("the field \"" + name + "\" must not be null", null);
    }
    return optional ? Optional.of(value) : value;
  }

  Object read(TextCursor in) {
    Object value = text.read(in);
    return optional ? Optional.ofNullable(value) : value;
  }

  /**
   * Writes the field, unless it is an empty Optional.
   *
   * @param isFirst whether nothing of its object stands before it
   * @return whether it was written
   */
  boolean write(LineWriter out, boolean isFirst, Object owner) throws IOException {
    Object value;
    try {
      value = accessor.invoke(owner, NO_ARGUMENTS);
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
        return false;
      }
      value = maybe.get();
    }
    if (!usual) {
      out.unusual();
    }
    out.raw(isFirst ? first : next);
    text.write(out, value);
    return true;
  }
}
