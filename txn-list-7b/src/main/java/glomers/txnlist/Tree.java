package glomers.txnlist;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A persistent tree (Driscoll et al. 1989), here a B+ tree: to change it means to make new pieces
 * on the way to what has changed, which share all others with the tree that was there before.
 */
final class Tree {
  private static final int PIECE_SIZE_MAX = 32;
  private static final int DEPTH_MAX = 15; // forged pieces may name each other in a circle

  /** The pieces that are not known here. If there are any, all that this tree answers is void. */
  final TreeSet<String> missing = new TreeSet<>();

  final Map<String, Piece> added = new HashMap<>();
  String top;
  private final Map<String, Piece> known;
  private final Supplier<String> newName;

  Tree(String top, Map<String, Piece> known, Supplier<String> newName) {
    this.top = top;
    this.known = known;
    this.newName = newName;
    known.put("", new Piece(true, new TreeMap<>())); // the empty tree
  }

  /** The list of a key; null in JSON if there is none. */
  JsonElement get(String key) {
    Piece piece = piece(top, 0);
    for (int depth = 1; !piece.isLeaf(); depth++) {
      piece = piece(piece.entries().get(lowest(piece, key)).getAsString(), depth);
    }
    return piece.entries().getOrDefault(key, JsonNull.INSTANCE);
  }

  void put(String key, JsonElement list) {
    TreeMap<String, JsonElement> level = alter(top, 0, key, list);
    while (level.size() > 1) {
      level = cut(false, level);
    }
    top = level.firstEntry().getValue().getAsString();
  }

  private Piece piece(String name, int depth) {
    Piece piece = depth > DEPTH_MAX ? null : added.getOrDefault(name, known.get(name));
    if (piece == null && !name.isEmpty()) {
      missing.add(name);
    }
    return piece == null ? new Piece(true, new TreeMap<>()) : piece;
  }

  private static String lowest(Piece branch, String key) {
    String floor = branch.entries().floorKey(key);
    return floor == null ? branch.entries().firstKey() : floor;
  }

  /** The pieces that take the place of one, by the lowest key of each. */
  private TreeMap<String, JsonElement> alter(String name, int depth, String key, JsonElement list) {
    Piece old = piece(name, depth);
    added.remove(name);
    TreeMap<String, JsonElement> entries = new TreeMap<>(old.entries());
    if (old.isLeaf()) {
      entries.put(key, list);
    } else {
      String child = entries.remove(lowest(old, key)).getAsString();
      entries.putAll(alter(child, depth + 1, key, list));
    }
    return cut(old.isLeaf(), entries);
  }

  private TreeMap<String, JsonElement> cut(boolean isLeaf, TreeMap<String, JsonElement> entries) {
    if (entries.size() > PIECE_SIZE_MAX) {
      String middle = List.copyOf(entries.keySet()).get(entries.size() / 2);
      TreeMap<String, JsonElement> names = cut(isLeaf, new TreeMap<>(entries.headMap(middle)));
      names.putAll(cut(isLeaf, new TreeMap<>(entries.tailMap(middle))));
      return names;
    }
    String name = newName.get();
    added.put(name, new Piece(isLeaf, entries));
    return new TreeMap<>(Map.of(entries.firstKey(), new JsonPrimitive(name)));
  }
}
