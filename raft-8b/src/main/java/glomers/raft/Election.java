package glomers.raft;

import glomers.node.Node;
import glomers.node.Timer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How a node becomes the leader: if it has heard of none for some time, it asks the others for
 * their votes.
 */
final class Election {
  private static final int TIMEOUT_MILLIS_MIN = 250;
  private static final int TIMEOUT_MILLIS_MAX = 500;

  private final Raft raft;
  private final Node node;
  private Timer timer = () -> {};
  final Set<String> votes = new HashSet<>();

  Election(Raft raft) {
    this.raft = raft;
    node = raft.node;
  }

  /** Waits for a leader from now on. */
  void resetTimer() {
    timer.cancel();
    int millis = node.random().nextInt(TIMEOUT_MILLIS_MIN, TIMEOUT_MILLIS_MAX + 1);
    timer = node.after(Duration.ofMillis(millis), this::timeout);
  }

  private void timeout() {
    resetTimer();
    if (!raft.isLeader()) {
      start();
    }
  }

  private void start() {
    raft.becomeCandidate();
    votes.clear();
    countVote(node.id());
    RequestVote request = new RequestVote(raft.currentTerm);
    for (String peer : node.peers()) {
      node.rpc(peer, request, RequestVoteResult.class, Raft.RPC_TIMEOUT)
          .thenAccept(
              result -> {
                raft.observe(result.term());
                if (result.voteGranted() && request.term() == raft.currentTerm) {
                  countVote(peer);
                }
              });
    }
  }

  private void countVote(String voter) {
    votes.add(voter);
    if (raft.role == Raft.Role.CANDIDATE && votes.size() > node.ids().size() / 2) {
      raft.becomeLeader();
    }
  }
}
