package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Consensus on a log of commands (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are
 * from). Fields that are not private are what the tests' invariants look at.
 */
final class Raft {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  private static final int ELECTION_TIMEOUT_MILLIS_MIN = 250;
  private static final int ELECTION_TIMEOUT_MILLIS_MAX = 500;
  private static final Duration RPC_TIMEOUT = Duration.ofSeconds(5);

  enum Role {
    FOLLOWER,
    CANDIDATE,
    LEADER
  }

  final Node node;
  private Timer electionTimer = () -> {};

  Role role = Role.FOLLOWER;
  long currentTerm;
  String votedFor = "";
  private String leader = "";
  final Set<String> votes = new HashSet<>();

  final Log log = new Log();
  private StateMachine stateMachine = new StateMachine();
  private final Map<String, Integer> nextIndex = new HashMap<>();

  Raft(Node node) {
    this.node = node;
    node.on(RequestVote.class, this::vote);
    node.on(AppendEntries.class, this::append);
    node.every(HEARTBEAT, this::replicate);
    resetElectionTimer();
  }

  boolean isLeader() {
    return role == Role.LEADER;
  }

  /** The leader of the current term; empty if it is not known. */
  String leader() {
    return leader;
  }

  // Elections

  private void resetElectionTimer() {
    electionTimer.cancel();
    int millis =
        node.random().nextInt(ELECTION_TIMEOUT_MILLIS_MIN, ELECTION_TIMEOUT_MILLIS_MAX + 1);
    electionTimer = node.after(Duration.ofMillis(millis), this::electionTimeout);
  }

  private void electionTimeout() {
    resetElectionTimer();
    if (role != Role.LEADER) {
      startElection();
    }
  }

  private void startElection() {
    observe(currentTerm + 1);
    role = Role.CANDIDATE;
    votedFor = node.id();
    votes.clear();
    countVote(node.id());
    RequestVote request = new RequestVote(currentTerm);
    for (String peer : node.peers()) {
      node.rpc(peer, request, RequestVoteResult.class, RPC_TIMEOUT)
          .thenAccept(
              result -> {
                observe(result.term());
                if (result.voteGranted() && request.term() == currentTerm) {
                  countVote(peer);
                }
              });
    }
  }

  private void countVote(String voter) {
    votes.add(voter);
    if (role == Role.CANDIDATE && votes.size() > node.ids().size() / 2) {
      becomeLeader();
    }
  }

  private RequestVoteResult vote(Request<RequestVote> request) {
    RequestVote candidate = request.body();
    observe(candidate.term());
    boolean granted =
        candidate.term() == currentTerm && (votedFor.isEmpty() || votedFor.equals(request.src()));
    if (granted) {
      votedFor = request.src();
      resetElectionTimer();
    }
    return new RequestVoteResult(currentTerm, granted);
  }

  /** Whoever learns of a later term follows it, and has not voted in it. */
  private void observe(long term) {
    if (term > currentTerm) {
      currentTerm = term;
      votedFor = "";
      role = Role.FOLLOWER;
      leader = "";
    }
  }

  // The leader

  private void becomeLeader() {
    role = Role.LEADER;
    leader = node.id();
    for (String peer : node.peers()) {
      nextIndex.put(peer, log.lastIndex() + 1);
    }
    stateMachine = new StateMachine();
    for (int index = 1; index <= log.lastIndex(); index++) {
      stateMachine.apply(log.get(index).command());
    }
    replicate();
  }

  /** Appends a command, and applies it; completes with its result. Leader only. */
  CompletionStage<CommandResult> propose(Command command) {
    log.append(new Entry(currentTerm, command));
    replicate();
    return CompletableFuture.completedFuture(stateMachine.apply(command));
  }

  private void replicate() {
    if (role == Role.LEADER) {
      node.peers().forEach(this::replicate);
    }
  }

  private void replicate(String peer) {
    int prev = nextIndex.get(peer) - 1;
    List<Entry> entries = log.after(prev);
    AppendEntries request = new AppendEntries(currentTerm, prev, log.term(prev), entries);
    node.rpc(peer, request, AppendEntriesResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (role == Role.LEADER && request.term() == currentTerm) {
                acknowledged(peer, prev + entries.size(), result);
              }
            });
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

  // Followers

  private AppendEntriesResult append(Request<AppendEntries> request) {
    AppendEntries sent = request.body();
    observe(sent.term());
    if (sent.term() < currentTerm) {
      return new AppendEntriesResult(currentTerm, false, 0);
    }
    role = Role.FOLLOWER;
    leader = request.src();
    resetElectionTimer();
    if (!log.has(sent.prevLogIndex(), sent.prevLogTerm())) {
      int next = log.firstConflict(sent.prevLogIndex());
      return new AppendEntriesResult(currentTerm, false, next);
    }
    log.append(sent.prevLogIndex(), sent.entries());
    int last = sent.prevLogIndex() + sent.entries().size();
    return new AppendEntriesResult(currentTerm, true, last + 1);
  }
}
