package glomers.raft;

import java.util.Optional;

/**
 * What the state machine is to do with a key: a read, a write or a compare-and-set.
 *
 * @param client the incarnation of the node that a client has sent it to
 * @param number its number there; a copy of it has the same
 * @param oldest the lowest number there that is not answered yet
 * @param from the value that the key must have; empty if any will do
 * @param to the value to set; empty for a read
 */
record Command(
    String client, long number, long oldest, long key, Optional<Long> from, Optional<Long> to) {
  /** The node that waits for the result. */
  String node() {
    return client.substring(0, Math.max(0, client.lastIndexOf('-')));
  }
}
