package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Consensus on a log of commands (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are
 * from). Fields that are not private are what the other classes and the tests' invariants look at.
 */
final class Raft {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  static final Duration RPC_TIMEOUT = Duration.ofSeconds(5);

  enum Role {
    FOLLOWER,
    CANDIDATE,
    LEADER
  }

  /** A command of this leader whose entry is not committed yet. */
  private record Waiting(long term, CompletableFuture<CommandResult> result) {}

  final Node node;
  private final StateMachine stateMachine;
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  final Election election;
  private final Leader leader;

  Role role = Role.FOLLOWER;
  long currentTerm;
  String votedFor = "";
  String leaderId = ""; // empty if it is not known

  final Log log = new Log();
  int commitIndex;
  int lastApplied;

  Raft(Node node, StateMachine stateMachine) {
    this.node = node;
    this.stateMachine = stateMachine;
    node.on(RequestVote.class, this::vote);
    node.on(AppendEntries.class, this::append);
    election = new Election(this);
    leader = new Leader(this);
    node.every(HEARTBEAT, leader::replicate);
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
        candidate.term() == currentTerm
            && (votedFor.isEmpty() || votedFor.equals(request.src()))
            && log.isUpToDate(candidate.lastLogIndex(), candidate.lastLogTerm());
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
    leader.begin();
  }

  /** Appends a command; completes with its result when it is committed and applied. Leader only. */
  CompletionStage<CommandResult> propose(Command command) {
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    waiting.put(log.lastIndex() + 1, new Waiting(currentTerm, result));
    leader.append(Optional.of(command));
    return result;
  }

  // Followers

  private AppendEntriesResult append(Request<AppendEntries> request) {
    AppendEntries sent = request.body();
    observe(sent.term());
    if (sent.term() < currentTerm) {
      return new AppendEntriesResult(currentTerm, false, 0);
    }
    role = Role.FOLLOWER;
    leaderId = request.src();
    election.resetTimer();
    if (!log.has(sent.prevLogIndex(), sent.prevLogTerm())) {
      int next = log.firstConflict(sent.prevLogIndex());
      return new AppendEntriesResult(currentTerm, false, next);
    }
    log.append(sent.prevLogIndex(), sent.entries());
    int last = sent.prevLogIndex() + sent.entries().size();
    commit(Math.min(sent.leaderCommit(), last));
    return new AppendEntriesResult(currentTerm, true, last + 1);
  }

  void commit(int index) {
    commitIndex = Math.max(commitIndex, index);
    while (lastApplied < commitIndex) {
      apply(++lastApplied);
    }
  }

  private void apply(int index) {
    Entry entry = log.get(index);
    Optional<CommandResult> result = entry.command().map(stateMachine::apply);
    Waiting proposed = waiting.remove(index);
    if (proposed != null && proposed.term() == entry.term()) {
      proposed.result().complete(result.orElseThrow());
    } else if (proposed != null) {
      proposed
          .result()
          .completeExceptionally(
              new RpcException(ErrorCode.TIMEOUT, "another leader's entry took the place"));
    }
  }
}
