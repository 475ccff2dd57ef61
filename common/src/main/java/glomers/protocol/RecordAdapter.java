package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;

/**
 * A record as a JSON object. Gson's own adapter for records turns a missing field into null or 0;
 * this one reports it by name.
 */
final class RecordAdapter<T> extends TreeAdapter<T> {
  private final Constructor<?> constructor;
  private final RecordField[] fields;

  /**
   * An adapter of a record.
   *
   * @param fields its components, in their order
   */
  RecordAdapter(Class<?> type, Collection<RecordField> fields) {
    this.fields = fields.toArray(new RecordField[0]);
    this.constructor = canonicalConstructor(type);
  }

  private static Constructor<?> canonicalConstructor(Class<?> type) {
    // No streams here and below: their first use takes 2 ms of a node's start.
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no canonical constructor", e);
    }
  }

  @Override
  public T read(JsonReader in) throws IOException {
    return readTree(JsonParser.parseReader(in));
  }

  @Override
  T readTree(JsonElement element) {
    if (!(element instanceof JsonObject object)) {
      throw new JsonParseException("must be a JSON object");
    }
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      JsonElement value = object.get(fields[i].name());
      values[i] = value == null ? absent(fields[i]) : fields[i].read(value);
    }
    return construct(values);
  }

  private static Object absent(RecordField field) {
    if (field.optional()) {
      return Optional.empty();
    }
    throw RpcException.malformed("the field \"" + field.name() + "\" is missing", null);
  }

  @SuppressWarnings("unchecked")
  private T construct(Object[] values) {
    try {
      return (T) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      // An exception of the record's constructor, such as "a delta must not be negative".
      throw RpcException.malformed(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't construct " + constructor, e);
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    writeObject(out, value);
  }

  private void writeObject(JsonWriter out, Object value) throws IOException {
    out.beginObject();
    for (RecordField field : fields) {
      field.write(out, value);
    }
    out.endObject();
  }

  /** The fields alone, for a body that has those of the protocol before its own. */
  void writeFields(LineWriter line, Object value) throws IOException {
    if (fields.length > 0) {
      int start = line.length();
      writeObject(line.json(), value);
      line.flatten(start);
    }
  }

  boolean hasField(String name) {
    for (RecordField field : fields) {
      if (field.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
