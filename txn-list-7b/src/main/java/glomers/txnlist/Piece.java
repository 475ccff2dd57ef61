package glomers.txnlist;

import com.google.gson.JsonElement;
import java.util.TreeMap;

/**
 * A piece of a {@link Tree}, which never changes.
 *
 * @param isLeaf whether it holds lists, and not the names of further pieces
 * @param entries a leaf's lists by their keys; a branch's pieces by the lowest key below each
 */
record Piece(boolean isLeaf, TreeMap<String, JsonElement> entries) {
  Piece {
    boolean areNames = entries.values().stream().allMatch(JsonElement::isJsonPrimitive);
    if (!isLeaf && (entries.isEmpty() || !areNames)) {
      throw new IllegalArgumentException("a branch must name pieces: " + entries);
    }
  }
}
