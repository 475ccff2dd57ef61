package glomers.protocol.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.util.function.Predicate;

/** How the records of one class are read and written. To be made once per class. */
public final class RecordFormat<T> {
  private static final Gson GSON = newGson();

  private static final ClassValue<TextAdapter<Object>> VALUES =
      new ClassValue<>() {
        @Override
        protected TextAdapter<Object> computeValue(Class<?> type) {
          return RecordField.adapter(GSON, type);
        }
      };

  private final RecordAdapter<T> adapter;

  private RecordFormat(RecordAdapter<T> adapter) {
    this.adapter = adapter;
  }

  /** A Gson that reads as strictly as bodies are read, and that knows no type yet. */
  static Gson newGson() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .serializeNulls()
        .setStrictness(Strictness.STRICT)
        // Components of type Object must not lose a digit either.
        .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
        .registerTypeAdapterFactory(new StrictTypes())
        .registerTypeAdapterFactory(new RecordAdapterFactory())
        .create();
  }

  /**
   * The format of this class.
   *
   * @param type a record without type parameters
   * @throws IllegalArgumentException if two of its components have the same name on the wire, or it
   *     has type parameters
   */
  public static <T> RecordFormat<T> of(Class<T> type) {
    return new RecordFormat<>((RecordAdapter<T>) GSON.getAdapter(TypeToken.get(type)));
  }

  /**
   * Reads a record from text, without a tree.
   *
   * @param start where the record begins in the text
   * @param known whether a field of this name, which the record does not have, may be there
   */
  public Reading<T> read(String text, int start, Predicate<TextCursor> known) {
    TextCursor in = new TextCursor(text, start);
    return in.reading(adapter.read(in, known));
  }

  /**
   * Reads a record from a tree. Fields that it does not have are ignored.
   *
   * @throws MalformedException if a field is missing or wrong
   */
  public T readTree(JsonElement tree) {
    try {
      return adapter.readTree(tree);
    } catch (JsonParseException e) {
      throw new MalformedException(e.getMessage(), e);
    }
  }

  /** Writes the fields of a record, with a comma before each, and without braces. */
  public void writeFields(LineWriter out, Object owner) throws IOException {
    adapter.writeFields(out, owner);
  }

  /** Whether a component has this name on the wire. */
  public boolean hasField(String name) {
    return adapter.hasField(name);
  }

  /**
   * Reads a value of any class.
   *
   * @throws MalformedException if it is none of this class
   */
  static <T> T value(JsonElement json, Class<T> type) {
    if (type == JsonElement.class) {
      return type.cast(json);
    }
    T value;
    try {
      value = GSON.getAdapter(type).fromJsonTree(json);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new MalformedException("the value " + e.getMessage(), e);
    }
    if (value == null) {
      throw new MalformedException("the value must not be null", null);
    }
    return value;
  }

  /**
   * Reads a value of any class, without a tree if it can.
   *
   * @throws MalformedException if it is none of this class
   */
  public static <T> T value(JsonText json, Class<T> type) {
    if (type == JsonText.class) {
      return type.cast(json);
    }
    TextCursor in = new TextCursor(json.text(), 0);
    Object value = VALUES.get(type).read(in);
    in.takeEnd();
    return in.failed() || value == null ? value(json.tree(), type) : boxed(value);
  }

  @SuppressWarnings("unchecked")
  private static <T> T boxed(Object value) {
    return (T) value;
  }

  /** Whether values of this class are numbers that Java keeps in a fixed size. */
  public static boolean isNumber(Class<?> type) {
    return SizedNumbers.has(type);
  }
}
