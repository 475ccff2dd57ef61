package glomers.workbench.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import glomers.protocol.Message;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form that a reply must have. As in Maelstrom, the declared fields must all be there, and no
 * others but {@code type}, {@code msg_id} and {@code in_reply_to}.
 *
 * @param type the reply's type
 * @param fields the declared fields and what they hold
 */
public record ReplySchema(String type, Map<String, Kind> fields) {
  private static final Set<String> PROTOCOL_FIELDS = Set.of("type", "msg_id", "in_reply_to");

  /** What a field may hold. */
  public enum Kind {
    /** Any JSON value, null too. */
    ANY,
    /** A JSON array. */
    ARRAY;

    private boolean accepts(JsonElement value) {
      return this == ANY || value.isJsonArray();
    }
  }

  /** What is wrong with this reply; empty if nothing is. */
  public Optional<String> problem(Message reply) {
    JsonObject body = reply.body();
    String foundType = reply.type().orElse("");
    if (!foundType.equals(type)) {
      return Optional.of("its type must be \"" + type + "\", but is \"" + foundType + "\"");
    }
    for (String field : new TreeSet<>(fields.keySet())) {
      if (!body.has(field)) {
        return Optional.of("the field \"" + field + "\" is missing");
      }
      if (!fields.get(field).accepts(body.get(field))) {
        return Optional.of("the field \"" + field + "\" must be an array");
      }
    }
    for (String field : body.keySet()) {
      if (!PROTOCOL_FIELDS.contains(field) && !fields.containsKey(field)) {
        return Optional.of("the field \"" + field + "\" does not belong there; leave it out");
      }
    }
    return Optional.empty();
  }
}
