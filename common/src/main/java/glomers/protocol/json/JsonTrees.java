package glomers.protocol.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.Map;

/** Trees of JSON, read and written. Numbers keep their digits. */
final class JsonTrees extends TextAdapter<JsonElement> {
  static final JsonTrees ADAPTER = new JsonTrees();

  /** The rest of {@link TextCursor#DEPTH_MAX} is for what the tree is in. */
  private static final int WRITTEN_DEPTH_MAX = TextCursor.DEPTH_MAX / 2;

  private JsonTrees() {}

  @Override
  JsonElement read(TextCursor in) {
    return read(in, 0);
  }

  private static JsonElement read(TextCursor in, int depth) {
    if (depth > TextCursor.DEPTH_MAX) {
      in.fail();
      return JsonNull.INSTANCE;
    }
    switch (in.peek()) {
      case '{':
        return object(in, depth + 1);
      case '[':
        return array(in, depth + 1);
      case '"':
        return new JsonPrimitive(in.string());
      case 't', 'f':
        return new JsonPrimitive(in.bool());
      case 'n':
        in.takeWord("null");
        return JsonNull.INSTANCE;
      default:
        return new JsonPrimitive(in.numeral());
    }
  }

  static JsonObject object(TextCursor in) {
    return object(in, 0);
  }

  private static JsonObject object(TextCursor in, int depth) {
    JsonObject object = new JsonObject();
    in.take('{');
    if (!in.takeIf('}')) {
      do {
        in.takeName();
        object.add(in.name(), read(in, depth));
      } while (in.more('}'));
    }
    return object;
  }

  private static JsonArray array(TextCursor in, int depth) {
    JsonArray array = new JsonArray();
    in.take('[');
    if (!in.takeIf(']')) {
      do {
        array.add(read(in, depth));
      } while (in.more(']'));
    }
    return array;
  }

  @Override
  void write(LineWriter out, JsonElement value) throws IOException {
    write(out, value, 0);
  }

  private static void write(LineWriter out, JsonElement value, int depth) throws IOException {
    if (depth > WRITTEN_DEPTH_MAX) {
      out.unusual();
    }
    if (value instanceof JsonObject object) {
      String separator = "{";
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        out.raw(separator).name(member.getKey());
        write(out, member.getValue(), depth + 1);
        separator = ",";
      }
      out.raw(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof JsonArray array) {
      String separator = "[";
      for (JsonElement element : array) {
        out.raw(separator);
        write(out, element, depth + 1);
        separator = ",";
      }
      out.raw(array.isEmpty() ? "[]" : "]");
    } else if (value instanceof JsonPrimitive primitive) {
      primitive(out, primitive);
    } else {
      out.raw("null");
    }
  }

  private static void primitive(LineWriter out, JsonPrimitive value) throws IOException {
    if (value.isString()) {
      out.string(value.getAsString());
    } else if (value.isNumber() && value.getAsNumber() instanceof Long whole) {
      out.raw(whole);
    } else if (value.isBoolean() || isNumber(value.getAsString())) {
      out.raw(value.getAsString());
    } else {
      out.json().value(value.getAsNumber()); // refuses it
    }
  }

  /** Gson asks a regular expression. */
  private static boolean isNumber(String text) {
    TextCursor in = new TextCursor(text, 0);
    in.number();
    in.takeEnd();
    return in.compact() && !in.failed();
  }
}
