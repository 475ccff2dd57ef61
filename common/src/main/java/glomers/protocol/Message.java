package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import glomers.protocol.json.LineWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A message as it travels: an envelope around a body whose type is not yet known. Use {@link
 * Codec#body} to get at the typed body.
 *
 * <p>A message that was read from a line of the usual form keeps the text of its body, and makes
 * the tree of it only if it is asked for.
 */
public final class Message {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

  private final String src;
  private final String dest;
  private final BodyText text;
  private volatile JsonObject body;

  /**
   * A message with this body.
   *
   * @param src the id of the sender
   * @param dest the id of the receiver
   * @param body the body, as JSON; not to be changed
   */
  public Message(String src, String dest, JsonObject body) {
    this.src = Objects.requireNonNull(src);
    this.dest = Objects.requireNonNull(dest);
    this.body = Objects.requireNonNull(body);
    this.text = null;
  }

  Message(String src, String dest, BodyText text) {
    this.src = src;
    this.dest = dest;
    this.text = text;
  }

  /** The id of the sender. */
  public String src() {
    return src;
  }

  /** The id of the receiver. */
  public String dest() {
    return dest;
  }

  /** The body, as JSON; not to be changed. */
  public JsonObject body() {
    JsonObject tree = body;
    if (tree == null) {
      tree = text.tree();
      body = tree;
    }
    return tree;
  }

  /** The body's JSON, compact. */
  public String bodyJson() {
    if (text != null && text.compact()) {
      return text.json();
    }
    LineWriter out = new LineWriter();
    try {
      out.tree(body());
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + body(), e);
    }
    return out.toString();
  }

  /** Whether it was read from a line of the usual form, and holds nothing else. */
  public boolean isText() {
    return text != null;
  }

  /** The text of the body; null if there is none. */
  BodyText text() {
    return text;
  }

  /** The body's type, if it has one. Servers may send each other bodies without a type. */
  public Optional<String> type() {
    if (text != null) {
      return Optional.ofNullable(text.type());
    }
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
    return text != null ? text.msgId() : integer("msg_id");
  }

  /**
   * The number of the message that this one replies to; empty if it is no reply.
   *
   * @throws RpcException malformed-request, if it is there but no integer
   */
  public OptionalLong inReplyTo() {
    return text != null ? text.inReplyTo() : integer("in_reply_to");
  }

  private OptionalLong integer(String field) {
    JsonElement value = body.get(field);
    if (value == null) {
      return OptionalLong.empty();
    }
    requireInteger(field);
    try {
      return OptionalLong.of(Long.parseLong(value.getAsString()));
    } catch (NumberFormatException e) {
      throw RpcException.malformed(
          "the field \"" + field + "\" is an integer of more than 64 bits: " + value, e);
    }
  }

  /**
   * Makes sure that a field of the body, if it is there, is an integer, of any size.
   *
   * @throws RpcException malformed-request, if it is none
   */
  void requireInteger(String field) {
    JsonElement value = body().get(field);
    if (value != null
        && !(value instanceof JsonPrimitive number
            && number.isNumber()
            && INTEGER.matcher(number.getAsString()).matches())) {
      throw RpcException.malformed(
          "the field \"" + field + "\" must be an integer, but is " + value, null);
    }
  }

  /** Whether the other is a message with the same ids and, as JSON, the same body. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Message message
        && src.equals(message.src)
        && dest.equals(message.dest)
        && body().equals(message.body());
  }

  @Override
  public int hashCode() {
    return Objects.hash(src, dest, body());
  }

  @Override
  public String toString() {
    return "Message[src=" + src + ", dest=" + dest + ", body=" + body() + "]";
  }
}
