package glomers.txnlist;

import com.google.gson.JsonElement;
import java.util.TreeMap;

/**
 * A piece of a {@link Tree}, which never changes.
 *
 * @param height how many levels of pieces are below it: 0 of a leaf, which holds lists
 * @param entries a leaf's lists by their keys; a branch's pieces by the lowest key below each
 */
record Piece(int height, TreeMap<String, JsonElement> entries) {
  Piece {
    if (height != 0 && (height < 0 || entries.isEmpty())) {
      throw new IllegalArgumentException("only a leaf, whose height is 0, may be empty");
    }
    for (JsonElement entry : entries.values()) {
      if (height == 0 ? !entry.isJsonArray() : !entry.isJsonPrimitive()) {
        throw new IllegalArgumentException("a leaf has lists, and a branch has names of pieces");
      }
    }
  }

  boolean isLeaf() {
    return height == 0;
  }
}
