package glomers.raft;

import glomers.node.Node;
import java.util.HashMap;
import java.util.Map;

/** What a node does while it leads: it copies its log to the followers. */
final class Leader {
  private final Raft raft;
  private final Node node;
  private final Log log;
  private final Map<String, Integer> nextIndex = new HashMap<>();

  Leader(Raft raft) {
    this.raft = raft;
    node = raft.node;
    log = raft.log;
  }

  /** Begins anew: what it knew in an earlier term counts no more. */
  void begin() {
    for (String peer : node.peers()) {
      nextIndex.put(peer, log.lastIndex() + 1);
    }
    replicate();
  }

  void replicate() {
    if (raft.isLeader()) {
      node.peers().forEach(this::replicate);
    }
  }

  private void replicate(String peer) {
    AppendEntries request = appendEntries(peer);
    int last = request.prevLogIndex() + request.entries().size();
    node.rpc(peer, request, AppendEntriesResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(
            result -> {
              raft.observe(result.term());
              if (raft.isLeader() && request.term() == raft.currentTerm) {
                acknowledged(peer, last, result);
              }
            });
  }

  private AppendEntries appendEntries(String peer) {
    int prev = nextIndex.get(peer) - 1;
    return new AppendEntries(raft.currentTerm, prev, log.term(prev), log.after(prev));
  }

  /** A follower has the leader's log up to this index, or lacks the entry before those sent. */
  private void acknowledged(String peer, int index, AppendEntriesResult result) {
    if (result.success()) {
      nextIndex.merge(peer, index + 1, Math::max);
    } else {
      int next = Math.max(1, result.nextIndex());
      if (next < nextIndex.get(peer)) {
        nextIndex.put(peer, next);
        replicate(peer);
      }
    }
  }
}
