package glomers.protocol;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Builds the text of a line. JSON is added as it is; for everything else there is a {@link
 * JsonWriter} on the same text. Unlike {@link java.io.StringWriter} it takes no lock per character.
 * Not safe for use by many threads.
 */
final class LineWriter extends Writer {
  private static final int CAPACITY = 128;

  private final StringBuilder text;

  LineWriter() {
    this(CAPACITY);
  }

  /**
   * A line without text.
   *
   * @param capacity for how many characters there is room at first
   */
  LineWriter(int capacity) {
    text = new StringBuilder(capacity);
  }

  /** Adds a piece of JSON as it is. */
  LineWriter raw(String json) {
    text.append(json);
    return this;
  }

  LineWriter raw(long number) {
    text.append(number);
    return this;
  }

  /** Adds a string, in quotes. */
  LineWriter string(String value) throws IOException {
    if (isPlain(value)) {
      text.append('"').append(value).append('"');
    } else {
      LineWriter quoted = new LineWriter();
      quoted.json().value(value);
      text.append(Surrogates.escapeLone(quoted.toString()));
    }
    return this;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!TextCursor.isPlain(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The writer of one JSON value after the text so far. */
  JsonWriter json() {
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
