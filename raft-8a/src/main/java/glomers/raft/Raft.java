package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Consensus on a leader (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are from).
 * Fields that are not private are what the other classes and the tests' invariants look at.
 */
final class Raft {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  static final Duration RPC_TIMEOUT = Duration.ofSeconds(5);

  enum Role {
    FOLLOWER,
    CANDIDATE,
    LEADER
  }

  final Node node;
  final Election election;

  Role role = Role.FOLLOWER;
  long currentTerm;
  String votedFor = "";
  String leaderId = ""; // empty if it is not known

  private final StateMachine stateMachine = new StateMachine();

  Raft(Node node) {
    this.node = node;
    node.on(RequestVote.class, this::vote);
    node.on(AppendEntries.class, this::append);
    election = new Election(this);
    node.every(HEARTBEAT, this::replicate);
    election.resetTimer();
  }

  boolean isLeader() {
    return role == Role.LEADER;
  }

  // Elections

  /** Begins a term of its own, with its own vote. */
  void becomeCandidate() {
    observe(currentTerm + 1);
    role = Role.CANDIDATE;
    votedFor = node.id();
  }

  private RequestVoteResult vote(Request<RequestVote> request) {
    RequestVote candidate = request.body();
    observe(candidate.term());
    boolean granted =
        candidate.term() == currentTerm && (votedFor.isEmpty() || votedFor.equals(request.src()));
    if (granted) {
      votedFor = request.src();
      election.resetTimer();
    }
    return new RequestVoteResult(currentTerm, granted);
  }

  /** Whoever learns of a later term follows it, and has not voted in it. */
  void observe(long term) {
    if (term > currentTerm) {
      currentTerm = term;
      votedFor = "";
      role = Role.FOLLOWER;
      leaderId = "";
    }
  }

  // The leader

  void becomeLeader() {
    role = Role.LEADER;
    leaderId = node.id();
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
      leaderId = request.src();
      election.resetTimer();
    }
    return new AppendEntriesResult(currentTerm);
  }
}
