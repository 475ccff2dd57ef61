package glomers.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import java.util.List;

/**
 * The codec's knowledge of one class of bodies. Made once per class.
 *
 * @param wireName the {@code type} that its messages carry
 * @param adapter reads and writes its fields
 */
record BodyType(String wireName, RecordAdapter<?> adapter) {
  private static final List<String> RESERVED = List.of("type", "msg_id", "in_reply_to");

  private static final Gson GSON = newGson();

  private static final ClassValue<BodyType> TYPES =
      new ClassValue<>() {
        @Override
        protected BodyType computeValue(Class<?> type) {
          return make(type);
        }
      };

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

  static BodyType of(Class<? extends Body> type) {
    return TYPES.get(type);
  }

  private static BodyType make(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          type.getName() + " is no record: a body must be one, so that its fields are known");
    }
    TypeAdapter<?> adapter = GSON.getAdapter(type);
    RecordAdapter<?> records = (RecordAdapter<?>) adapter;
    for (String name : RESERVED) {
      if (records.hasField(name)) {
        throw new IllegalArgumentException(
            type.getName()
                + " has a component \""
                + name
                + "\" on the wire, a name that belongs to the protocol: choose another one");
      }
    }
    return new BodyType(wireName(type), records);
  }

  private static String wireName(Class<?> type) {
    // The one class whose name is not that of its messages: it would hide java.lang.Error.
    return type == ErrorBody.class ? "error" : WireNames.snakeCase(type.getSimpleName());
  }

  /** Reads a value of this class. */
  static <T> T value(JsonElement json, Class<T> type) {
    if (type == JsonElement.class) {
      return type.cast(json);
    }
    T value;
    try {
      value = GSON.getAdapter(type).fromJsonTree(json);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw RpcException.malformed("the value " + e.getMessage(), e);
    }
    if (value == null) {
      throw RpcException.malformed("the value must not be null", null);
    }
    return value;
  }

  /** Whether its messages may have a field of this name. */
  boolean declares(String field) {
    return RESERVED.contains(field) || adapter.hasField(field);
  }
}
