package glomers.txnlist;

import com.google.gson.JsonElement;
import java.util.Map;

/**
 * The root of the database, the one value that changes.
 *
 * @param number how many swaps have led to it
 * @param swaps the name of each node's last swap: no two roots have the same
 * @param tree the name of the topmost piece of a {@link Tree}; empty if there is none
 * @param lists the lists that are newer than the tree's, each by the JSON text of its key
 */
record Database(
    long number, Map<String, String> swaps, String tree, Map<String, JsonElement> lists) {
  static final Database EMPTY = new Database(0, Map.of(), "", Map.of());
}
