package glomers.raft;

import glomers.node.Node;
import glomers.node.Timer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How a node becomes the leader: if it has heard of none for some time, it asks the others whether
 * they would vote for it, and then for their votes.
 */
final class Election {
  static final int TIMEOUT_MILLIS_MIN = 250;

  private final Raft raft;
  private final Node node;
  private final Log log;
  private final Limits limits;
  private Timer timer = () -> {};
  final Set<String> votes = new HashSet<>();

  Election(Raft raft, Limits limits) {
    this.raft = raft;
    node = raft.node;
    log = raft.log;
    this.limits = limits;
  }

  /** Waits for a leader from now on. */
  void resetTimer() {
    timer.cancel();
    int millis = node.random().nextInt(TIMEOUT_MILLIS_MIN, limits.electionTimeoutMillisMax() + 1);
    timer = node.after(Duration.ofMillis(millis), this::timeout);
  }

  private void timeout() {
    resetTimer();
    if (!raft.isLeader()) {
      raft.becomeFollower();
      votes.clear();
      RequestVote request = requestVote(raft.currentTerm + 1, true);
      countVote(node.id(), request);
      node.peers().forEach(peer -> requestVote(peer, request));
    }
  }

  void start() {
    raft.becomeCandidate();
    votes.clear();
    RequestVote request = requestVote(raft.currentTerm, false);
    raft.synced(request)
        .thenAccept(
            kept -> {
              if (request.term() == raft.currentTerm) {
                countVote(node.id(), request);
                node.peers().forEach(peer -> requestVote(peer, request));
              }
            });
  }

  private RequestVote requestVote(long term, boolean preVote) {
    return new RequestVote(term, log.lastIndex(), log.term(log.lastIndex()), preVote);
  }

  private void requestVote(String peer, RequestVote request) {
    node.rpc(peer, request, RequestVoteResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(
            result -> {
              raft.observe(result.term());
              if (result.voteGranted()
                  && (request.preVote() || raft.answers(request.term(), result.term()))) {
                countVote(peer, request);
              }
            });
  }

  /** A majority of promised votes begins an election; a majority of votes makes a leader. */
  private void countVote(String voter, RequestVote request) {
    boolean counts =
        request.preVote()
            ? raft.role == Raft.Role.FOLLOWER
                && raft.leaderId.isEmpty()
                && request.term() == raft.currentTerm + 1
            : raft.role == Raft.Role.CANDIDATE && request.term() == raft.currentTerm;
    if (counts && votes.add(voter) && votes.size() > node.ids().size() / 2) {
      if (request.preVote()) {
        start();
      } else {
        raft.becomeLeader();
      }
    }
  }
}
