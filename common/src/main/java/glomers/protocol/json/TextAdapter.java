package glomers.protocol.json;

import java.io.IOException;

/** Reads values of one type from text, and writes them as text, without a tree in between. */
abstract class TextAdapter<T> {
  /**
   * The value. If it is wrong, or of a form that must be read by way of a tree, the cursor has
   * failed afterwards; only then may the value be null.
   */
  abstract T read(TextCursor in);

  /**
   * Writes a value.
   *
   * @param value may be null, except for a field of a record
   */
  abstract void write(LineWriter out, T value) throws IOException;
}
