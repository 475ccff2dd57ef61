package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.storage.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** A command of this leader whose entry is not committed yet. */
  private record Waiting(long term, CompletableFuture<CommandResult> result) {}

  final Node node;
  private final Storage storage;
  private final StateMachine stateMachine;
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private Timer electionTimer = () -> {};

  Role role = Role.FOLLOWER;
  long currentTerm;
  String votedFor = "";
  private String leader = "";
  final Set<String> votes = new HashSet<>();

  final Log log;
  int commitIndex;
  int lastApplied;
  private final Map<String, Integer> nextIndex = new HashMap<>();
  private final Map<String, Integer> matchIndex = new HashMap<>();

  Raft(Node node, StateMachine stateMachine) {
    this.node = node;
    this.stateMachine = stateMachine;
    storage = node.storage();
    log = new Log(storage);
    storage.on(Vote.class, this::restore);
    storage.replay();
    node.onAsync(RequestVote.class, request -> synced(vote(request)));
    node.onAsync(AppendEntries.class, request -> synced(append(request)));
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

  private void restore(Vote vote) {
    currentTerm = vote.term();
    votedFor = vote.votedFor();
  }

  private void vote(long term, String candidate) {
    storage.append(new Vote(term, candidate));
    currentTerm = term;
    votedFor = candidate;
  }

  /** Completes when what the answer promises is on the disk. */
  private <T> CompletionStage<T> synced(T answer) {
    return storage.sync().thenApply(done -> answer);
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
    vote(currentTerm, node.id());
    votes.clear();
    RequestVote request = new RequestVote(currentTerm, log.lastIndex(), log.term(log.lastIndex()));
    synced(request)
        .thenAccept(
            kept -> {
              if (request.term() == currentTerm) {
                countVote(node.id());
                node.peers().forEach(peer -> requestVote(peer, request));
              }
            });
  }

  private void requestVote(String peer, RequestVote request) {
    node.rpc(peer, request, RequestVoteResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (result.voteGranted() && answers(request.term(), result.term())) {
                countVote(peer);
              }
            });
  }

  /** An answer of an earlier term may be to a request from before this node's last crash. */
  private boolean answers(long requestTerm, long resultTerm) {
    return requestTerm == currentTerm && resultTerm == currentTerm;
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
        candidate.term() == currentTerm
            && (votedFor.isEmpty() || votedFor.equals(request.src()))
            && log.isUpToDate(candidate.lastLogIndex(), candidate.lastLogTerm());
    if (granted) {
      vote(currentTerm, request.src());
      resetElectionTimer();
    }
    return new RequestVoteResult(currentTerm, granted);
  }

  /** Whoever learns of a later term follows it, and has not voted in it. */
  private void observe(long term) {
    if (term > currentTerm) {
      vote(term, "");
      role = Role.FOLLOWER;
      leader = "";
    }
  }

  // The leader

  private void becomeLeader() {
    role = Role.LEADER;
    leader = node.id();
    for (String peer : node.ids()) {
      nextIndex.put(peer, log.lastIndex() + 1);
      matchIndex.put(peer, 0);
    }
    append(Optional.empty()); // what is left of earlier terms is committed with it
  }

  /** Appends a command; completes with its result when it is committed and applied. Leader only. */
  CompletionStage<CommandResult> propose(Command command) {
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    waiting.put(log.lastIndex() + 1, new Waiting(currentTerm, result));
    append(Optional.of(command));
    return result;
  }

  private void append(Optional<Command> command) {
    log.append(new Entry(currentTerm, command));
    replicate();
    int index = log.lastIndex();
    synced(currentTerm)
        .thenAccept(
            term -> {
              if (role == Role.LEADER && term == currentTerm) {
                matchIndex.merge(node.id(), index, Math::max);
                advanceCommitIndex();
              }
            });
  }

  private void replicate() {
    if (role == Role.LEADER) {
      node.peers().forEach(this::replicate);
    }
  }

  private void replicate(String peer) {
    int prev = nextIndex.get(peer) - 1;
    List<Entry> entries = log.after(prev);
    AppendEntries request =
        new AppendEntries(currentTerm, prev, log.term(prev), entries, commitIndex);
    node.rpc(peer, request, AppendEntriesResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (role == Role.LEADER && answers(request.term(), result.term())) {
                acknowledged(peer, prev + entries.size(), result);
              }
            });
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
   * all the same (figure 8), and is committed by the first of this term behind it.
   */
  private void advanceCommitIndex() {
    List<Integer> indexes = new ArrayList<>(matchIndex.values());
    Collections.sort(indexes);
    int held = indexes.get((indexes.size() - 1) / 2);
    if (log.term(held) == currentTerm) {
      commit(held);
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
    commit(Math.min(sent.leaderCommit(), last));
    return new AppendEntriesResult(currentTerm, true, last + 1);
  }

  private void commit(int index) {
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
