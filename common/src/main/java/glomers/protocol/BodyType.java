package glomers.protocol;

import glomers.protocol.json.RecordFormat;
import glomers.protocol.json.WireNames;
import java.util.List;

/**
 * The codec's knowledge of one class of bodies. Made once per class.
 *
 * @param wireName the {@code type} that its messages carry
 * @param format reads and writes its fields
 */
record BodyType(String wireName, RecordFormat<?> format) {
  private static final List<String> RESERVED = List.of("type", "msg_id", "in_reply_to");

  private static final ClassValue<BodyType> TYPES =
      new ClassValue<>() {
        @Override
        protected BodyType computeValue(Class<?> type) {
          return make(type);
        }
      };

  static BodyType of(Class<? extends Body> type) {
    return TYPES.get(type);
  }

  /** The format of its records. */
  @SuppressWarnings("unchecked")
  static <B extends Body> RecordFormat<B> format(Class<B> type) {
    return (RecordFormat<B>) of(type).format;
  }

  private static BodyType make(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          type.getName() + " is no record: a body must be one, so that its fields are known");
    }
    RecordFormat<?> format = RecordFormat.of(type);
    for (String name : RESERVED) {
      if (format.hasField(name)) {
        throw new IllegalArgumentException(
            type.getName()
                + " has a component \""
                + name
                + "\" on the wire, a name that belongs to the protocol: choose another one");
      }
    }
    return new BodyType(wireName(type), format);
  }

  private static String wireName(Class<?> type) {
    // The one class whose name is not that of its messages: it would hide java.lang.Error.
    return type == ErrorBody.class ? "error" : WireNames.snakeCase(type.getSimpleName());
  }

  /** Whether its messages may have a field of this name. */
  boolean declares(String field) {
    return RESERVED.contains(field) || format.hasField(field);
  }
}
