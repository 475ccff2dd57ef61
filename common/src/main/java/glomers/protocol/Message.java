package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message as it travels: an envelope around a body whose type is not yet known. Use {@link
 * Codec#body} to get at the typed body.
 *
 * @param src the id of the sender
 * @param dest the id of the receiver
 * @param body the body, as JSON; not to be changed
 */
public record Message(String src, String dest, JsonObject body) {
  /** The body's type, if it has one. Servers may send each other bodies without a type. */
  public Optional<String> type() {
    JsonElement type = body.get("type");
    return type instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /**
   * The sender's number for this message, by which a reply refers to it; empty if it expects none.
   *
   * @throws RpcException malformed-request, if it is there but no integer
   */
  public OptionalLong msgId() {
    return integer("msg_id");
  }

  /**
   * The number of the message that this one replies to; empty if it is no reply.
   *
   * @throws RpcException malformed-request, if it is there but no integer
   */
  public OptionalLong inReplyTo() {
    return integer("in_reply_to");
  }

  private OptionalLong integer(String field) {
    JsonElement value = body.get(field);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof JsonPrimitive number && number.isNumber()) {
      try {
        return OptionalLong.of(Long.parseLong(number.getAsString()));
      } catch (NumberFormatException e) {
        // a fraction, an exponent or more digits than an id can have: refused below
      }
    }
    throw RpcException.malformed(
        "the field \"" + field + "\" must be an integer, but is " + value, null);
  }
}
