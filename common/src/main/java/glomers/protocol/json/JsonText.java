package glomers.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * Any JSON value as the text that is written for it, for those who pass it on without looking into
 * it. A component of a record may have this type.
 */
public final class JsonText {
  /** The value null. */
  public static final JsonText NULL = new JsonText("null", null);

  private final String text;

  /** What it was made of; null if it was read from text, and can be again. */
  private final JsonElement tree;

  private JsonText(String text, JsonElement tree) {
    this.text = text;
    this.tree = tree;
  }

  /**
   * The text of a tree.
   *
   * @throws IllegalArgumentException if it can't be written
   */
  public static JsonText of(JsonElement tree) {
    try {
      return new JsonText(new LineWriter().tree(tree).toString(), tree);
    } catch (IOException e) {
      throw new IllegalArgumentException("can't be written as JSON: " + tree, e);
    }
  }

  /** The value, compact. Equal texts are equal values; equal values may have different texts. */
  public String text() {
    return text;
  }

  /** The value as a tree. */
  public JsonElement tree() {
    return tree == null ? JsonTrees.ADAPTER.read(new TextCursor(text, 0)) : tree;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Copies text, unless it would be written in another way than it was read. */
  static final class AsText extends TextAdapter<JsonText> {
    @Override
    JsonText read(TextCursor in) {
      String text = in.written();
      return in.failed() ? null : new JsonText(text, null);
    }

    @Override
    void write(LineWriter out, JsonText value) {
      if (value.tree != null) {
        out.unusual(); // it may be of any form
      }
      out.raw(value.text);
    }
  }

  /** By way of a tree. */
  static final class AsTree extends TreeAdapter<JsonText> {
    @Override
    public JsonText read(JsonReader in) {
      return readTree(JsonParser.parseReader(in));
    }

    @Override
    JsonText readTree(JsonElement element) {
      return of(element);
    }

    @Override
    public void write(JsonWriter out, JsonText value) throws IOException {
      out.jsonValue(value.text);
    }
  }
}
