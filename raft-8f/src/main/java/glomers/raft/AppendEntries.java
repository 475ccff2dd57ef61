package glomers.raft;

import glomers.protocol.PeerBody;
import java.util.List;
import java.util.Optional;

/**
 * A leader's entries for a follower, and its heartbeat.
 *
 * @param term the leader's
 * @param prevLogIndex the index before the first of the entries
 * @param prevLogTerm the term of the leader's entry there
 * @param entries none if there is nothing new
 * @param leaderCommit the leader's commit index
 * @param reads the follower's reads that may be served when all up to the commit index is applied
 */
record AppendEntries(
    long term,
    int prevLogIndex,
    long prevLogTerm,
    List<Entry> entries,
    int leaderCommit,
    Optional<ReadMark> reads)
    implements PeerBody {
  AppendEntries {
    if (prevLogIndex < 0) {
      throw new IllegalArgumentException("prev_log_index must not be negative");
    }
  }
}
