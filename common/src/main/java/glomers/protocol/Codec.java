package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of JSON to messages and back. Safe for use by many threads. */
public final class Codec {
  /** Lines up to this length are parsed without counting their values first. */
  private static final int LONG_LINE_CHARS = 1_000_000;

  /**
   * The memory that a process must have per JSON value of a line. A number's tree takes 90 bytes
   * and a list's 160. The rest is a margin: a tree that nearly fills the memory keeps the collector
   * busy for a second.
   */
  private static final int VALUE_BYTES = 480;

  /** The longest number that Gson reads. */
  private static final int NUMBER_CHARS_MAX = 1_024;

  /** Enough for most envelopes. */
  private static final int ENVELOPE_CHARS = 64;

  private static final Pattern COLUMN = Pattern.compile("at line 1 column ([0-9]{1,9})");

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
   *     line holds more values than fit in memory
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
    if (line.length() > LONG_LINE_CHARS) {
      requireMemory(line);
    } else {
      Message usual = BodyText.read(line, strict);
      if (usual != null) {
        return usual;
      }
    }
    return decodeByTree(line, strict);
  }

  /** Reads a message of any form; says what is wrong with it. */
  static Message decodeByTree(String line, boolean strict) {
    try {
      JsonReader in = new JsonReader(new StringReader(line));
      in.setStrictness(Strictness.STRICT);
      Message message = decode(in, strict);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw RpcException.malformed("there is more on the line after the message", null);
      }
      return message;
    } catch (JsonParseException | IOException | IllegalStateException | NumberFormatException e) {
      if (e.getCause() instanceof OutOfMemoryError) { // Gson wraps it
        throw outOfMemory(line, e);
      }
      throw RpcException.malformed(problem(e, line), e);
    } catch (OutOfMemoryError e) {
      throw outOfMemory(line, e);
    }
  }

  private static void requireMemory(String line) {
    long values = Outline.of(line).map(Outline::values).orElse(0L);
    long valuesMax = Runtime.getRuntime().maxMemory() / VALUE_BYTES;
    if (values > valuesMax) {
      throw new RpcException(
          ErrorCode.CRASH,
          "the line holds "
              + values
              + " JSON values, and this process has memory for "
              + valuesMax
              + ": send less in one message");
    }
  }

  private static RpcException outOfMemory(String line, Throwable cause) {
    return new RpcException(
        ErrorCode.CRASH,
        "memory ended while a line of "
            + line.length()
            + " characters was read: send less in one message",
        cause);
  }

  /** What is wrong with a line: Gson's message, without its advice to programmers. */
  private static String problem(Exception e, String line) {
    Throwable root = e.getCause() == null ? e : e.getCause();
    Matcher column = COLUMN.matcher(String.valueOf(root.getMessage()));
    if (column.find() && isLongNumber(line, Integer.parseInt(column.group(1)) - 1)) {
      return "a number has more than " + NUMBER_CHARS_MAX + " digits, the most that are read";
    }
    return "this is not well-formed JSON: "
        + String.valueOf(root.getMessage())
            .replaceFirst("(?s)\\R.*", "")
            .replaceFirst("^Use JsonReader\\S+ to accept malformed JSON", "malformed");
  }

  private static boolean isLongNumber(String line, int start) {
    int end = Math.max(0, start);
    while (end < line.length() && "+-.0123456789eE".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end - start >= NUMBER_CHARS_MAX;
  }

  private static Message decode(JsonReader in, boolean strict) throws IOException {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw RpcException.malformed("a message must be a JSON object", null);
    }
    String src = null;
    String dest = null;
    JsonObject body = null;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      switch (name) {
        case "src" -> src = id(in, "src");
        case "dest" -> dest = id(in, "dest");
        case "body" -> body = object(in);
        case "id" -> {
          if (strict) {
            integer(in, "id");
          } else {
            in.skipValue();
          }
        }
        default -> {
          if (strict) {
            throw RpcException.malformed(
                "the field \"" + name + "\" does not belong there; leave it out", null);
          }
          in.skipValue();
        }
      }
    }
    in.endObject();
    return new Message(present(src, "src"), present(dest, "dest"), present(body, "body"));
  }

  private static String id(JsonReader in, String field) throws IOException {
    if (in.peek() != JsonToken.STRING) {
      throw RpcException.malformed("the field \"" + field + "\" must be a string", null);
    }
    return in.nextString();
  }

  private static void integer(JsonReader in, String field) throws IOException {
    JsonToken found = in.peek();
    String text =
        found == JsonToken.NUMBER ? in.nextString() : found.toString().toLowerCase(Locale.ROOT);
    if (found != JsonToken.NUMBER || !text.matches("-?[0-9]+")) {
      throw RpcException.malformed(
          "the field \"" + field + "\" must be an integer, but is " + text + "; leave it out",
          null);
    }
  }

  private static JsonObject object(JsonReader in) throws IOException {
    JsonElement body = JsonParser.parseReader(in);
    if (body instanceof JsonObject object) {
      return object;
    }
    throw RpcException.malformed("the field \"body\" must be a JSON object", null);
  }

  private static <T> T present(T value, String field) {
    if (value == null) {
      throw RpcException.malformed("the field \"" + field + "\" is missing", null);
    }
    return value;
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
      return type.cast(BodyType.of(type).adapter().readTree(body));
    } catch (JsonParseException e) {
      throw RpcException.malformed(e.getMessage(), e);
    }
  }

  /**
   * Reads a message's body as one of this class; as {@link #body(JsonObject, Class)}, but without a
   * tree, if it can.
   */
  public static <B extends Body> B body(Message message, Class<B> type) {
    B body = bodyOfText(message, type, field -> true);
    return body != null ? body : body(message.body(), type);
  }

  private static <B extends Body> B bodyOfText(
      Message message, Class<B> type, Predicate<TextCursor> known) {
    BodyText text = message.text();
    if (text == null) {
      return null;
    }
    try {
      TextCursor in = new TextCursor(text.line(), text.start());
      return type.cast(BodyType.of(type).adapter().read(in, known));
    } catch (UnusualTextException e) {
      return null;
    }
  }

  /**
   * Reads a message's body strictly; as {@link #strictBody(JsonObject, Class)}, but without a tree,
   * if it can.
   */
  public static <B extends Body> B strictBody(Message message, Class<B> type) {
    BodyText text = message.text();
    B body = null;
    if (text != null && BodyType.of(type).wireName().equals(text.type())) {
      body = bodyOfText(message, type, Codec::isReserved);
    }
    return body != null ? body : strictBody(message.body(), type);
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
    message.msgId();
    message.inReplyTo();
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
  public static <T> T value(JsonElement value, Class<T> type) {
    return BodyType.value(value, type);
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
    LineWriter line = new LineWriter();
    try {
      envelope(line.raw("{"), src, dest);
      body(line, body, msgId, inReplyTo);
      line.raw("}");
    } catch (IOException | JsonIOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + body, e);
    }
    return line.toString();
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
    type.adapter().writeFields(line, body);
    line.raw("}");
  }

  private static LineWriter envelope(LineWriter line, String src, String dest) throws IOException {
    return line.raw("\"src\":").string(src).raw(",\"dest\":").string(dest).raw(",\"body\":");
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
    try {
      return envelope(line, src, dest).raw(body).raw("}").toString();
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + src + ", " + dest, e);
    }
  }
}
