package glomers.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads messages of any form, their bodies as trees; says what is wrong with them. */
final class EnvelopeReader {
  /** The longest number that Gson reads. */
  private static final int NUMBER_CHARS_MAX = 1_024;

  private static final Pattern COLUMN = Pattern.compile("at line 1 column ([0-9]{1,9})");

  private final String line;
  private final boolean strict;
  private final JsonReader in;

  private EnvelopeReader(String line, boolean strict, Strictness json) {
    this.line = line;
    this.strict = strict;
    this.in = new JsonReader(new StringReader(line));
    in.setStrictness(json);
  }

  /**
   * Reads the message of a line.
   *
   * @param strict whether it must have no fields but those of an envelope
   * @throws RpcException malformed-request, with a text that says what is wrong; or crash, if
   *     memory ends
   */
  static Message read(String line, boolean strict) {
    String replaced = Surrogates.withoutLoneEscapes(line);
    Message message = new EnvelopeReader(replaced, strict, Strictness.STRICT).message();
    if (replaced.equals(line)) {
      return message;
    }
    // Gson refuses lone surrogates if it is strict; the line is well-formed but for them.
    return new EnvelopeReader(line, strict, Strictness.LEGACY_STRICT).message();
  }

  private Message message() {
    try {
      Message message = envelope();
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw RpcException.malformed("there is more on the line after the message", null);
      }
      return message;
    } catch (JsonParseException | IOException | IllegalStateException | NumberFormatException e) {
      if (e.getCause() instanceof OutOfMemoryError) { // Gson wraps it
        throw outOfMemory(e);
      }
      throw RpcException.malformed(problem(e), e);
    } catch (OutOfMemoryError e) {
      throw outOfMemory(e);
    }
  }

  private Message envelope() throws IOException {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw RpcException.malformed("a message must be a JSON object", null);
    }
    String src = null;
    String dest = null;
    JsonObject body = null;
    String stray = null;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      switch (name) {
        case "src" -> src = id("src");
        case "dest" -> dest = id("dest");
        case "body" -> body = body();
        case "id" -> {
          if (strict) {
            requireInteger("id");
          } else {
            in.skipValue();
          }
        }
        default -> {
          stray = stray == null ? name : stray;
          in.skipValue();
        }
      }
    }
    in.endObject();
    requireEnvelope(src, dest, body);
    if (strict && stray != null) {
      throw RpcException.malformed(
          "the field \"" + stray + "\" does not belong there; leave it out", null);
    }
    return new Message(src, dest, body);
  }

  /** What is missing is said first: what else stands there belongs into the body, most likely. */
  private static void requireEnvelope(String src, String dest, JsonObject body) {
    List<String> missing = new ArrayList<>();
    if (src == null) {
      missing.add("\"src\"");
    }
    if (dest == null) {
      missing.add("\"dest\"");
    }
    if (body == null) {
      missing.add("\"body\"");
    }
    if (missing.size() == 1) {
      throw RpcException.malformed("the field " + missing.get(0) + " is missing", null);
    } else if (!missing.isEmpty()) {
      int last = missing.size() - 1;
      throw RpcException.malformed(
          "the fields "
              + String.join(", ", missing.subList(0, last))
              + " and "
              + missing.get(last)
              + " are missing: a message is {\"src\": …, \"dest\": …, \"body\": {\"type\": …}}",
          null);
    }
  }

  private String id(String field) throws IOException {
    if (in.peek() != JsonToken.STRING) {
      throw RpcException.malformed("the field \"" + field + "\" must be a string", null);
    }
    return in.nextString();
  }

  private void requireInteger(String field) throws IOException {
    JsonToken found = in.peek();
    String text =
        found == JsonToken.NUMBER ? in.nextString() : found.toString().toLowerCase(Locale.ROOT);
    if (found != JsonToken.NUMBER || !text.matches("-?[0-9]+")) {
      throw RpcException.malformed(
          "the field \"" + field + "\" must be an integer, but is " + text + "; leave it out",
          null);
    }
  }

  private JsonObject body() throws IOException {
    JsonElement body = JsonParser.parseReader(in);
    if (body instanceof JsonObject object) {
      return object;
    }
    throw RpcException.malformed(
        "the field \"body\" must be a JSON object"
            + (body.isJsonPrimitive() && body.getAsJsonPrimitive().isString()
                ? ", but is a string: put the object there, not its text"
                : ""),
        null);
  }

  private RpcException outOfMemory(Throwable cause) {
    return new RpcException(
        ErrorCode.CRASH,
        "memory ended while a line of "
            + line.length()
            + " characters was read: send less in one message",
        cause);
  }

  /** What is wrong with the line: Gson's message, without its advice to programmers. */
  private String problem(Exception e) {
    Throwable root = e.getCause() == null ? e : e.getCause();
    Matcher column = COLUMN.matcher(String.valueOf(root.getMessage()));
    if (column.find() && isLongNumber(Integer.parseInt(column.group(1)) - 1)) {
      return "a number has more than " + NUMBER_CHARS_MAX + " digits, the most that are read";
    }
    return "this is not well-formed JSON: "
        + String.valueOf(root.getMessage())
            .replaceFirst("(?s)\\R.*", "")
            .replaceFirst("^Use JsonReader\\S+ to accept malformed JSON", "malformed");
  }

  private boolean isLongNumber(int start) {
    int end = Math.max(0, start);
    while (end < line.length() && "+-.0123456789eE".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end - start >= NUMBER_CHARS_MAX;
  }
}
