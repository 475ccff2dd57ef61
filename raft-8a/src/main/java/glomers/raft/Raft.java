package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Consensus on a leader (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are from).
 * Fields that are not private are what the tests' invariants look at.
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

  private final StateMachine stateMachine = new StateMachine();

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
    replicate();
  }

  /** Applies a command; completes with its result. Leader only. */
  CompletionStage<CommandResult> propose(Command command) {
    return CompletableFuture.completedFuture(stateMachine.apply(command));
  }

  private void replicate() {
    if (role == Role.LEADER) {
      node.peers().forEach(this::replicate);
    }
  }

  private void replicate(String peer) {
    AppendEntries request = new AppendEntries(currentTerm);
    node.rpc(peer, request, AppendEntriesResult.class, RPC_TIMEOUT)
        .thenAccept(result -> observe(result.term()));
  }

  // Followers

  private AppendEntriesResult append(Request<AppendEntries> request) {
    AppendEntries sent = request.body();
    observe(sent.term());
    if (sent.term() == currentTerm) {
      role = Role.FOLLOWER;
      leader = request.src();
      resetElectionTimer();
    }
    return new AppendEntriesResult(currentTerm);
  }
}
