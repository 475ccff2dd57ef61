package glomers.raft;

import glomers.node.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a node does while it leads: it copies its log to the followers, and commits what a majority
 * has.
 */
final class Leader {
  private final Raft raft;
  private final Node node;
  private final Log log;
  private final Map<String, Integer> nextIndex = new HashMap<>();
  private final Map<String, Integer> matchIndex = new HashMap<>();
  private final Set<String> waitForNews = new TreeSet<>();

  Leader(Raft raft) {
    this.raft = raft;
    node = raft.node;
    log = raft.log;
  }

  /** Begins anew: what it knew in an earlier term counts no more. */
  void begin() {
    for (String peer : node.ids()) {
      nextIndex.put(peer, log.lastIndex() + 1);
      matchIndex.put(peer, 0);
    }
    waitForNews.clear();
    // Commits what is left of earlier terms.
    log.append(new Entry(raft.currentTerm, Optional.empty()));
    sendNew();
  }

  /** Appends commands. Who has sent them answers when it applies them. */
  void accept(Forward forward) {
    if (!raft.isLeader()) {
      return; // a node will send it again
    }
    for (Command command : forward.commands()) {
      log.append(new Entry(raft.currentTerm, Optional.of(command)));
    }
    sendNew();
  }

  private void sendNew() {
    replicate();
    int index = log.lastIndex();
    raft.synced(raft.currentTerm)
        .thenAccept(
            term -> {
              if (raft.isLeader() && term == raft.currentTerm) {
                matchIndex.merge(node.id(), index, Math::max);
                advanceCommitIndex();
              }
            });
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
              if (raft.isLeader() && raft.answers(request.term(), result.term())) {
                acknowledged(peer, last, result);
              }
            });
  }

  private AppendEntries appendEntries(String peer) {
    int prev = nextIndex.get(peer) - 1;
    return new AppendEntries(
        raft.currentTerm, prev, log.term(prev), log.after(prev), raft.commitIndex);
  }

  /** Tells what is committed; the next heartbeat repeats it. */
  private void sendNews(String peer) {
    node.send(peer, appendEntries(peer));
  }

  /** A follower has the leader's log up to this index, or lacks the entry before those sent. */
  private void acknowledged(String peer, int index, AppendEntriesResult result) {
    if (result.success()) {
      matchIndex.merge(peer, index, Math::max);
      nextIndex.merge(peer, index + 1, Math::max);
      advanceCommitIndex();
    } else {
      int next = Math.max(matchIndex.get(peer) + 1, result.nextIndex());
      if (next < nextIndex.get(peer)) {
        nextIndex.put(peer, next);
        replicate(peer);
      }
    }
  }

  /**
   * Commits what a majority has, if it is of this term: an entry of an earlier term may be replaced
   * all the same (figure 8), and is committed by the first of this term behind it. Then tells those
   * whose clients wait for it.
   */
  private void advanceCommitIndex() {
    List<Integer> indexes = new ArrayList<>(matchIndex.values());
    Collections.sort(indexes);
    int held = indexes.get((indexes.size() - 1) / 2);
    if (held > raft.commitIndex && log.term(held) == raft.currentTerm) {
      raft.commit(held);
    }
    waitForNews.forEach(this::sendNews);
    waitForNews.clear();
  }

  /** This node has applied a command: the node that has sent it waits for the news. */
  void applied(Command command) {
    if (raft.isLeader() && node.peers().contains(command.node())) {
      waitForNews.add(command.node());
    }
  }
}
