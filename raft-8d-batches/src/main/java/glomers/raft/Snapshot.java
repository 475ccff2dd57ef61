package glomers.raft;

import glomers.protocol.Body;

/**
 * A record of the storage: what the entries up to an index have led to.
 *
 * @param lastIncludedTerm the term of the entry at that index
 */
record Snapshot(int lastIncludedIndex, long lastIncludedTerm, StateMachine.State state)
    implements Body {
  Snapshot {
    if (lastIncludedIndex < 0) {
      throw new IllegalArgumentException("last_included_index must not be negative");
    }
  }
}
