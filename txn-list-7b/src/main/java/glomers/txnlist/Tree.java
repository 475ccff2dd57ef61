package glomers.txnlist;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A persistent tree (Driscoll et al. 1989), here a B+ tree: to change it means to make new pieces
 * on the way to what has changed, which share all others with the tree that was there before.
 */
final class Tree {
  private static final int PIECE_SIZE_MAX = 32;

  /** Pieces of 16 entries at least: of this height they hold more than any memory. */
  private static final int HEIGHT_MAX = 15;

  /** The pieces that are not known here. If there are any, all that this tree answers is void. */
  final Set<String> missing = new HashSet<>();

  /** The pieces that are not stored yet. */
  final Map<String, Piece> added = new HashMap<>();

  String top;
  private final Map<String, Piece> known;
  private final Supplier<String> newName;

  Tree(String top, Map<String, Piece> known, Supplier<String> newName) {
    this.top = top;
    this.known = known;
    this.newName = newName;
  }

  /** The list of a key; null in JSON if there is none. */
  JsonElement get(String key) {
    Piece piece = piece(top, HEIGHT_MAX);
    while (!piece.isLeaf()) {
      piece = piece(piece.entries().get(lowest(piece, key)).getAsString(), piece.height() - 1);
    }
    return piece.entries().getOrDefault(key, JsonNull.INSTANCE);
  }

  void put(String key, JsonElement list) {
    Piece old = piece(top, HEIGHT_MAX);
    TreeMap<String, JsonElement> level = replace(top, old, key, list);
    for (int height = old.height() + 1; level.size() > 1; height++) {
      level = cut(height, level);
    }
    top = level.firstEntry().getValue().getAsString();
  }

  /** A higher one than it may be is none: such pieces could name each other in a circle. */
  private Piece piece(String name, int heightMax) {
    Piece piece = added.getOrDefault(name, known.get(name));
    if (piece != null && piece.height() <= heightMax) {
      return piece;
    }
    if (!name.isEmpty()) {
      missing.add(name);
    }
    return new Piece(0, new TreeMap<>());
  }

  private static String lowest(Piece branch, String key) {
    String floor = branch.entries().floorKey(key);
    return floor == null ? branch.entries().firstKey() : floor;
  }

  /** The pieces that take the place of one, by the lowest key of each. */
  private TreeMap<String, JsonElement> replace(
      String name, Piece old, String key, JsonElement list) {
    added.remove(name);
    TreeMap<String, JsonElement> entries = new TreeMap<>(old.entries());
    if (old.isLeaf()) {
      entries.put(key, list);
    } else {
      String child = entries.remove(lowest(old, key)).getAsString();
      entries.putAll(replace(child, piece(child, old.height() - 1), key, list));
    }
    return cut(old.height(), entries);
  }

  private TreeMap<String, JsonElement> cut(int height, TreeMap<String, JsonElement> entries) {
    if (entries.size() > PIECE_SIZE_MAX) {
      String middle = List.copyOf(entries.keySet()).get(entries.size() / 2);
      TreeMap<String, JsonElement> names = cut(height, new TreeMap<>(entries.headMap(middle)));
      names.putAll(cut(height, new TreeMap<>(entries.tailMap(middle))));
      return names;
    }
    String name = newName.get();
    added.put(name, new Piece(height, entries));
    return new TreeMap<>(Map.of(entries.firstKey(), new JsonPrimitive(name)));
  }
}
