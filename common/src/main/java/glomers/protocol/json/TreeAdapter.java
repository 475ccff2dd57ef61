package glomers.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;

/**
 * Reads values from a JSON tree. {@link TypeAdapter#fromJsonTree} does that, too, but makes a
 * reader of half a kilobyte per value.
 */
abstract class TreeAdapter<T> extends TypeAdapter<T> {
  /**
   * The value.
   *
   * @throws JsonParseException if it is none of this type
   */
  abstract T readTree(JsonElement element);
}
