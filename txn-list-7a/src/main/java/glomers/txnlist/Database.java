package glomers.txnlist;

import com.google.gson.JsonElement;
import java.util.Map;

/**
 * The whole database, one value of the store.
 *
 * @param lists each list, by the JSON text of its key
 */
record Database(Map<String, JsonElement> lists) {
  static final Database EMPTY = new Database(Map.of());
}
