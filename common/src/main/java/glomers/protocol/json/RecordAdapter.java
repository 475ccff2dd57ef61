package glomers.protocol.json;

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
import java.util.function.Predicate;

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
    // No streams here and below: their first use delays a node's start: see bench/README.md.
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
    throw new MalformedException("the field \"" + field.name() + "\" is missing", null);
  }

  private T construct(Object[] values) {
    try {
      return newInstance(values);
    } catch (InvocationTargetException e) {
      // An exception of the record's constructor, such as "a delta must not be negative".
      throw new MalformedException(String.valueOf(e.getCause().getMessage()), e.getCause());
    }
  }

  @SuppressWarnings("unchecked")
  private T newInstance(Object[] values) throws InvocationTargetException {
    try {
      return (T) constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("can't construct " + constructor, e);
    }
  }

  /**
   * Reads the record from text.
   *
   * @param known whether a field of this name, which the record does not have, may be there
   * @return null, and the cursor has failed, if it is wrong, or must be read by way of a tree
   */
  T read(TextCursor in, Predicate<TextCursor> known) {
    Object[] values = new Object[fields.length];
    in.take('{');
    if (!in.takeIf('}')) {
      int guess = 0;
      do {
        in.takeName();
        int i = indexOf(in, guess);
        if (i >= 0 && values[i] == null) {
          values[i] = fields[i].read(in);
          guess = i + 1;
        } else if (i < 0 && known.test(in)) {
          in.skipValue();
        } else {
          in.fail();
        }
      } while (in.more('}'));
    }
    for (int i = 0; i < fields.length; i++) {
      if (values[i] == null) {
        values[i] = Optional.empty();
        if (!fields[i].optional()) {
          in.fail();
        }
      }
    }
    if (in.failed()) {
      return null;
    }
    try {
      return newInstance(values);
    } catch (InvocationTargetException e) {
      in.fail();
      return null;
    }
  }

  /** The field whose name the text has here; -1 if there is none. */
  private int indexOf(TextCursor in, int guess) {
    if (guess < fields.length && in.nameIs(fields[guess].name())) {
      return guess;
    }
    for (int i = 0; i < fields.length; i++) {
      if (in.nameIs(fields[i].name())) {
        return i;
      }
    }
    return -1;
  }

  /** This record within others, as text. */
  TextAdapter<T> text() {
    return new TextAdapter<>() {
      @Override
      T read(TextCursor in) {
        return RecordAdapter.this.read(in, name -> true);
      }

      @Override
      void write(LineWriter out, T value) throws IOException {
        RecordAdapter.this.write(out, value);
      }
    };
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    LineWriter text = new LineWriter();
    write(text, value);
    out.jsonValue(text.toString());
  }

  private void write(LineWriter out, T value) throws IOException {
    boolean any = false;
    for (RecordField field : fields) {
      any |= field.write(out, !any, value);
    }
    out.raw(any ? "}" : "{}");
  }

  /** The fields alone, for a body that has those of the protocol before its own. */
  void writeFields(LineWriter out, Object value) throws IOException {
    for (RecordField field : fields) {
      field.write(out, false, value);
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
