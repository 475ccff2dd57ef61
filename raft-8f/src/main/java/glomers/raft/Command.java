package glomers.raft;

import com.google.gson.JsonElement;
import java.util.List;

/**
 * What the state machine is to do: a transaction, with some append in it.
 *
 * @param client the incarnation of the node that a client has sent it to
 * @param number its number there; a copy of it has the same
 * @param oldest the lowest number there that is not answered yet
 * @param txn its reads and appends, as they travel
 */
record Command(String client, long number, long oldest, List<List<JsonElement>> txn) {
  /** The node that waits for the result. */
  String node() {
    return client.substring(0, Math.max(0, client.lastIndexOf('-')));
  }
}
