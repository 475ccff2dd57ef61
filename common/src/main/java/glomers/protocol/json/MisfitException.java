package glomers.protocol.json;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonToken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON value of another type than the one that must be there. */
public final class MisfitException extends JsonParseException {
  private static final long serialVersionUID = 1;

  /** A step of the paths that Gson tells: a member's name, or an element's number. */
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]*)|\\[[0-9]+\\]");

  private final String path;
  private final JsonToken expected;
  private final JsonToken found;

  /**
   * A value that does not fit.
   *
   * @param path where it is within the field, as Gson tells it: {@code $} for the field itself
   * @param problem what it must be and what it is
   */
  MisfitException(String path, JsonToken expected, JsonToken found, String problem) {
    super(problem);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** The kind of value that must be there. */
  public JsonToken expected() {
    return expected;
  }

  /** The kind of value that is there. */
  public JsonToken found() {
    return found;
  }

  /** The name of the value in this field, for a person to read: {@code offsets."9"}. */
  String named(String field) {
    StringBuilder name = new StringBuilder();
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      String member = step.group(1);
      if (member == null) {
        name.append(step.group());
      } else {
        name.append(member.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + member : ".\"" + member + '"');
      }
    }
    return name.isEmpty() ? '"' + field + '"' : field + name;
  }
}
