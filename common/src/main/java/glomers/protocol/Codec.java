package glomers.protocol;

import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import glomers.protocol.json.JsonText;
import glomers.protocol.json.LineWriter;
import glomers.protocol.json.MalformedException;
import glomers.protocol.json.Reading;
import glomers.protocol.json.RecordFormat;
import glomers.protocol.json.TextCursor;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Lines of JSON to messages and back. Safe for use by many threads. */
public final class Codec {
  /** Enough for most envelopes. */
  private static final int ENVELOPE_CHARS = 64;

  /** Enough for most messages. */
  private static final int LINE_CHARS = 128;

  private Codec() {}

  /**
   * The {@code type} by which bodies of this class travel.
   *
   * @throws IllegalArgumentException if the class breaks a rule of {@link Body}
   */
  public static String typeOf(Class<? extends Body> type) {
    return BodyType.of(type).wireName();
  }

  /**
   * Reads a message: a JSON object with the strings {@code src} and {@code dest} and the object
   * {@code body}. Other fields, such as Maelstrom's {@code id}, are ignored.
   *
   * @throws RpcException malformed-request, with a text that says what is wrong; or crash, if the
   *     line holds more JSON values than one for each 1,000 bytes of memory that the JVM may have,
   *     or memory ends
   */
  public static Message decode(String line) {
    return decode(line, false);
  }

  /**
   * Reads a message as strictly as a test bench must: as {@link #decode}, but it may have no fields
   * other than {@code src}, {@code dest}, {@code body} and {@code id}, an integer.
   *
   * @throws RpcException malformed-request, with a text that names the field and the remedy
   */
  public static Message strictDecode(String line) {
    return decode(line, true);
  }

  private static Message decode(String line, boolean strict) {
    ValueLimit.require(line);
    return read(line, strict);
  }

  /**
   * Reads a body that {@link #encode(Body)} has written, as that of a message from nobody to
   * nobody. It may hold any number of values: what a program has made itself, it must take back.
   *
   * @throws RpcException malformed-request, with a text that says what is wrong; or crash, if
   *     memory ends
   */
  public static Message decodeBody(String body) {
    return read(encode("", "", body), false);
  }

  private static Message read(String line, boolean strict) {
    return BodyText.read(line, strict) instanceof Reading.Usual<Message> usual
        ? usual.value()
        : EnvelopeReader.read(line, strict);
  }

  /**
   * Reads a body as one of this class, whatever its {@code type} says. Fields that the class does
   * not have are ignored.
   *
   * @throws RpcException malformed-request, with a text that names the field that is missing or
   *     wrong
   */
  public static <B extends Body> B body(JsonObject body, Class<B> type) {
    try {
      return BodyType.format(type).readTree(body);
    } catch (MalformedException e) {
      throw RpcException.malformed(e.getMessage(), e.getCause());
    }
  }

  /**
   * Reads a message's body as one of this class; as {@link #body(JsonObject, Class)}, but without a
   * tree, if it can.
   */
  public static <B extends Body> B body(Message message, Class<B> type) {
    BodyText text = message.text();
    return text != null && read(text, type, field -> true) instanceof Reading.Usual<B> usual
        ? usual.value()
        : body(message.body(), type);
  }

  private static <B extends Body> Reading<B> read(
      BodyText text, Class<B> type, Predicate<TextCursor> known) {
    return BodyType.format(type).read(text.line(), text.start(), known);
  }

  /**
   * Reads a message's body strictly; as {@link #strictBody(JsonObject, Class)}, but without a tree,
   * if it can.
   */
  public static <B extends Body> B strictBody(Message message, Class<B> type) {
    BodyText text = message.text();
    return text != null
            && BodyType.of(type).wireName().equals(text.type())
            && read(text, type, Codec::isReserved) instanceof Reading.Usual<B> usual
        ? usual.value()
        : strictBody(message.body(), type);
  }

  private static boolean isReserved(TextCursor in) {
    return in.nameIs("type") || in.nameIs("msg_id") || in.nameIs("in_reply_to");
  }

  /**
   * Reads a body as strictly as a test bench must: its type must be that of the class; it may have
   * no fields that the class does not declare, besides {@code type}, {@code msg_id} and {@code
   * in_reply_to}, and the latter two must be integers.
   *
   * @throws RpcException malformed-request, with a text that names the field and the remedy
   */
  public static <B extends Body> B strictBody(JsonObject body, Class<B> type) {
    BodyType known = BodyType.of(type);
    Message message = new Message("", "", body);
    String found = message.type().orElse("");
    if (!found.equals(known.wireName())) {
      throw RpcException.malformed(
          "its type must be \"" + known.wireName() + "\", but is \"" + found + "\"", null);
    }
    message.requireInteger("msg_id");
    message.requireInteger("in_reply_to");
    B record = body(body, type);
    for (String field : body.keySet()) {
      if (!known.declares(field)) {
        throw RpcException.malformed(
            "the field \"" + field + "\" does not belong there; leave it out", null);
      }
    }
    return record;
  }

  /**
   * Reads a value within a body, as strictly as a component of this class would be.
   *
   * @throws RpcException malformed-request, with a text that says what is wrong
   */
  public static <T> T value(JsonText value, Class<T> type) {
    try {
      return RecordFormat.value(value, type);
    } catch (MalformedException e) {
      throw RpcException.malformed(e.getMessage(), e.getCause());
    }
  }

  /**
   * A whole message as one line, without a line break at its end.
   *
   * @param msgId the number of the message, if it expects a reply
   * @param inReplyTo the number of the message that it replies to, if it is a reply
   * @throws IllegalArgumentException if a component of the body is null or can't be written as JSON
   */
  public static String encode(
      String src, String dest, Body body, OptionalLong msgId, OptionalLong inReplyTo) {
    return write(src, dest, body, msgId, inReplyTo).line();
  }

  /**
   * As {@link #encode(String, String, Body, OptionalLong, OptionalLong)}, for a receiver in this
   * JVM, who may need not read the text.
   */
  public static EncodedMessage write(
      String src, String dest, Body body, OptionalLong msgId, OptionalLong inReplyTo) {
    LineWriter line = envelope(src, dest, LINE_CHARS);
    int start = line.length();
    try {
      body(line, body, msgId, inReplyTo);
      line.raw("}");
      return new EncodedMessage(line, start, src, dest, typeOf(body.getClass()), msgId, inReplyTo);
    } catch (IOException | JsonIOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + body, e);
    }
  }

  /**
   * A body that expects no reply as JSON, to be sent to many by {@link #encode(String, String,
   * String)}.
   *
   * @throws IllegalArgumentException as {@link #encode(String, String, Body, OptionalLong,
   *     OptionalLong)}
   */
  public static String encode(Body body) {
    LineWriter json = new LineWriter();
    try {
      body(json, body, OptionalLong.empty(), OptionalLong.empty());
    } catch (IOException | JsonIOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + body, e);
    }
    return json.toString();
  }

  private static void body(LineWriter line, Body body, OptionalLong msgId, OptionalLong inReplyTo)
      throws IOException {
    BodyType type = BodyType.of(body.getClass());
    line.raw("{\"type\":\"").raw(type.wireName()).raw("\"");
    if (msgId.isPresent()) {
      line.raw(",\"msg_id\":").raw(msgId.getAsLong());
    }
    if (inReplyTo.isPresent()) {
      line.raw(",\"in_reply_to\":").raw(inReplyTo.getAsLong());
    }
    type.format().writeFields(line, body);
    line.raw("}");
  }

  /** A line up to its body, with room for so many characters at first. */
  static LineWriter envelope(String src, String dest, int capacity) {
    return envelope(new LineWriter(capacity).raw("{"), src, dest);
  }

  private static LineWriter envelope(LineWriter line, String src, String dest) {
    try {
      return line.raw("\"src\":").string(src).raw(",\"dest\":").string(dest).raw(",\"body\":");
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + src + ", " + dest, e);
    }
  }

  /** A message whose body is JSON already, as one line without a line break at its end. */
  public static String encode(Message message) {
    return encode(message.src(), message.dest(), message.bodyJson());
  }

  /**
   * A message as one line without a line break at its end, with a number, as Maelstrom's network
   * gives it to nodes.
   *
   * @param id becomes the field {@code id}
   */
  public static String encode(long id, Message message) {
    String body = message.bodyJson();
    LineWriter line = lineAround(body);
    line.raw("{\"id\":").raw(id).raw(",");
    return encode(line, message.src(), message.dest(), body);
  }

  /**
   * A message whose body is JSON already, as one line without a line break at its end.
   *
   * @param body the body; well-formed
   */
  public static String encode(String src, String dest, String body) {
    return encode(lineAround(body).raw("{"), src, dest, body);
  }

  private static LineWriter lineAround(String body) {
    return new LineWriter(body.length() + ENVELOPE_CHARS);
  }

  private static String encode(LineWriter line, String src, String dest, String body) {
    return envelope(line, src, dest).raw(body).raw("}").toString();
  }
}
