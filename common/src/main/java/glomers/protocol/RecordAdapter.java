package glomers.protocol;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A record as a JSON object. Gson has an adapter for records too, but that one makes a missing
 * field null or 0 without a word; this one names it.
 */
final class RecordAdapter<T> extends TypeAdapter<T> {
  private final Constructor<?> constructor;
  private final Map<String, RecordField> fields;

  RecordAdapter(Class<?> type, Map<String, RecordField> fields) {
    this.fields = fields;
    this.constructor = canonicalConstructor(type);
  }

  private static Constructor<?> canonicalConstructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
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
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw new JsonParseException("must be a JSON object");
    }
    Object[] values = new Object[fields.size()];
    in.beginObject();
    while (in.hasNext()) {
      RecordField field = fields.get(in.nextName());
      if (field == null) {
        in.skipValue();
      } else {
        values[field.index()] = field.read(in);
      }
    }
    in.endObject();
    for (RecordField field : fields.values()) {
      if (values[field.index()] == null) {
        values[field.index()] = absent(field);
      }
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
      // The record's own check of its values, such as "a delta must not be negative".
      throw RpcException.malformed(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't construct " + constructor, e);
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    out.beginObject();
    writeFields(out, value);
    out.endObject();
  }

  /** The fields alone, for a body that has those of the protocol before its own. */
  void writeFields(JsonWriter out, Object value) throws IOException {
    for (RecordField field : fields.values()) {
      field.write(out, value);
    }
  }

  boolean hasField(String name) {
    return fields.containsKey(name);
  }
}
