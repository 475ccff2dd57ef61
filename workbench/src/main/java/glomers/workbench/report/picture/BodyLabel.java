package glomers.workbench.report.picture;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A message body in a few words: its type and its values; a random suffix of an id is left out. */
public final class BodyLabel {
  private static final Set<String> LEFT_OUT = Set.of("type", "msg_id", "in_reply_to");
  private static final Pattern RANDOM = Pattern.compile("-[0-9a-f]{8,16}\\b");
  private static final int CHARS_MAX = 28;

  private BodyLabel() {}

  /** The type, then the values of the other fields; cut if it is long. */
  public static String of(JsonObject body) {
    return of(body, CHARS_MAX);
  }

  /** The same, cut to so many characters. */
  public static String of(JsonObject body, int charsMax) {
    StringBuilder text = new StringBuilder(body.has("type") ? text(body.get("type")) : "");
    for (Map.Entry<String, JsonElement> field : body.entrySet()) {
      String value = text(field.getValue());
      if (!LEFT_OUT.contains(field.getKey()) && !value.equals("false")) {
        text.append(' ').append(value.equals("true") ? field.getKey() : value);
      }
    }
    return text.length() <= charsMax ? text.toString() : text.substring(0, charsMax - 1) + "…";
  }

  /** A value of JSON without quotes and the names of fields; those of a map stand with a colon. */
  public static String text(JsonElement value) {
    if (value instanceof JsonArray array) {
      return StreamSupport.stream(array.spliterator(), false)
          .map(BodyLabel::text)
          .collect(Collectors.joining(" ", "[", "]"));
    } else if (value instanceof JsonObject object) {
      return object.entrySet().stream()
          .map(
              entry -> RANDOM.matcher(entry.getKey()).replaceAll("") + ":" + text(entry.getValue()))
          .collect(Collectors.joining(" ", "{", "}"));
    }
    String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
    return RANDOM.matcher(text).replaceAll("");
  }
}
