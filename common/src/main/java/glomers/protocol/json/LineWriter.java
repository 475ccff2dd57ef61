package glomers.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Builds the text of a line. JSON is added as it is; for everything else there is a {@link
 * JsonWriter} on the same text. Unlike {@link java.io.StringWriter} it takes no lock per character.
 * Not safe for use by many threads.
 */
public final class LineWriter extends Writer {
  private static final int CAPACITY = 128;

  private final StringBuilder text;
  private boolean usual = true;

  /** A line without text. */
  public LineWriter() {
    this(CAPACITY);
  }

  /**
   * A line without text.
   *
   * @param capacity for how many characters there is room at first
   */
  public LineWriter(int capacity) {
    text = new StringBuilder(capacity);
  }

  /** Adds a piece of JSON as it is. */
  public LineWriter raw(String json) {
    text.append(json);
    return this;
  }

  /** Adds a part of a text as it is. */
  public LineWriter raw(String json, int start, int end) {
    text.append(json, start, end);
    return this;
  }

  /** Adds a number. */
  public LineWriter raw(long number) {
    text.append(number);
    return this;
  }

  /** Adds the name of a member, and the colon. */
  LineWriter name(String name) throws IOException {
    usual &= isPlain(name);
    return string(name).raw(":");
  }

  /** Adds a string, in quotes. */
  public LineWriter string(String value) throws IOException {
    if (isPlain(value)) {
      text.append('"').append(value).append('"');
    } else if (!escape(value)) {
      usual = false;
      LineWriter quoted = new LineWriter();
      quoted.json().value(value);
      text.append(escapeLone(quoted.toString()));
    }
    return this;
  }

  /** Adds a string with usual escapes; adds nothing, and returns false, if it needs others. */
  private boolean escape(String value) {
    int start = text.length();
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (TextCursor.isPlain(c)) {
        text.append(c);
        continue;
      }
      char letter = Escapes.letter(c);
      if (letter != 0) {
        text.append('\\').append(letter);
      } else {
        text.setLength(start);
        return false;
      }
    }
    text.append('"');
    return true;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!TextCursor.isPlain(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Adds a tree, compact. */
  public LineWriter tree(JsonElement value) throws IOException {
    JsonTrees.ADAPTER.write(this, value);
    return this;
  }

  /** The JSON of a string, each lone half in it escaped. */
  private static String escapeLone(String json) {
    StringBuilder escaped = null;
    int copied = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        escaped = escaped == null ? new StringBuilder() : escaped;
        escaped.append(json, copied, i).append("\\u").append(Integer.toHexString(c));
        copied = i + 1;
      }
    }
    return escaped == null ? json : escaped.append(json, copied, json.length()).toString();
  }

  /** How long the text is. */
  public int length() {
    return text.length();
  }

  /**
   * Whether it is certain that a {@link TextCursor} reads the text, if pieces that were added as
   * they are do not prevent it.
   */
  public boolean isUsual() {
    return usual;
  }

  /** What is added may be more than a {@link TextCursor} reads. */
  void unusual() {
    usual = false;
  }

  /** The writer of one JSON value after the text so far. */
  JsonWriter json() {
    usual = false;
    JsonWriter json = new JsonWriter(this);
    json.setStrictness(Strictness.STRICT);
    json.setHtmlSafe(false);
    return json;
  }

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    text.append(chars, offset, length);
  }

  @Override
  public void write(String string) {
    text.append(string);
  }

  @Override
  public void write(String string, int offset, int length) {
    text.append(string, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
