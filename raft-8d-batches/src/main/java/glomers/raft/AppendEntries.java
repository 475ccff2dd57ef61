package glomers.raft;

import glomers.protocol.PeerBody;
import java.util.List;

/**
 * A leader's entries for a follower, and its heartbeat.
 *
 * @param term the leader's
 * @param prevLogIndex the index before the first of the entries
 * @param prevLogTerm the term of the leader's entry there
 * @param entries none if there is nothing new
 * @param leaderCommit the leader's commit index
 */
record AppendEntries(
    long term, int prevLogIndex, long prevLogTerm, List<Entry> entries, int leaderCommit)
    implements PeerBody {
  AppendEntries {
    if (prevLogIndex < 0) {
      throw new IllegalArgumentException("prev_log_index must not be negative");
    }
  }
}
