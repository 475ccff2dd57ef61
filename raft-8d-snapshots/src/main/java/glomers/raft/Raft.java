package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
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
import java.util.TreeSet;
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
  private final Storage storage;
  private final StateMachine stateMachine;
  private final Requests requests;
  private final Limits limits;
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
  private final Set<String> waitForNews = new TreeSet<>();

  Raft(Node node, StateMachine stateMachine, Requests requests, Limits limits) {
    this.node = node;
    this.stateMachine = stateMachine;
    this.requests = requests;
    this.limits = limits;
    storage = node.storage();
    log = new Log(storage);
    storage.on(Snapshot.class, this::restore);
    storage.on(Vote.class, this::restore);
    storage.replay();
    node.onAsync(RequestVote.class, request -> synced(vote(request)));
    node.onAsync(AppendEntries.class, request -> synced(append(request)));
    node.onAsync(InstallSnapshot.class, request -> synced(install(request)));
    node.onOneWay(Forward.class, request -> accept(request.body()));
    node.every(HEARTBEAT, this::heartbeat);
    requests.sendBy(this::toLeader);
    resetElectionTimer();
  }

  boolean isLeader() {
    return role == Role.LEADER;
  }

  private void toLeader(Forward forward) {
    if (leader.equals(node.id())) {
      accept(forward);
    } else if (!leader.isEmpty()) {
      node.send(leader, forward);
    }
  }

  private void follow(String newLeader) {
    boolean isNew = !leader.equals(newLeader);
    leader = newLeader;
    if (isNew) {
      requests.send();
    }
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
    for (String peer : node.ids()) {
      nextIndex.put(peer, log.lastIndex() + 1);
      matchIndex.put(peer, 0);
    }
    waitForNews.clear();
    log.append(new Entry(currentTerm, Optional.empty())); // commits what is left of earlier terms
    sendNew();
    follow(node.id());
  }

  /** Appends commands. Who has sent them answers when it applies them. */
  private void accept(Forward forward) {
    if (role != Role.LEADER) {
      return; // a node will send it again
    }
    for (Command command : forward.commands()) {
      log.append(new Entry(currentTerm, Optional.of(command)));
    }
    sendNew();
  }

  private void heartbeat() {
    replicate();
    if (lastApplied - log.snapshotIndex() > limits.entries() && storage.outgrown()) {
      Snapshot snapshot = new Snapshot(lastApplied, log.term(lastApplied), stateMachine.state());
      log.compact(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm());
      store(snapshot);
    }
  }

  private void sendNew() {
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
    if (nextIndex.get(peer) <= log.snapshotIndex()) {
      sendSnapshot(peer);
      return;
    }
    AppendEntries request = appendEntries(peer);
    int last = request.prevLogIndex() + request.entries().size();
    node.rpc(peer, request, AppendEntriesResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (role == Role.LEADER && answers(request.term(), result.term())) {
                acknowledged(peer, last, result);
              }
            });
  }

  private AppendEntries appendEntries(String peer) {
    int prev = nextIndex.get(peer) - 1;
    return new AppendEntries(currentTerm, prev, log.term(prev), log.after(prev), commitIndex);
  }

  /** Tells what is committed; the next heartbeat repeats it. */
  private void sendNews(String peer) {
    if (nextIndex.get(peer) > log.snapshotIndex()) {
      node.send(peer, appendEntries(peer));
    }
  }

  private void sendSnapshot(String peer) {
    Snapshot snapshot = new Snapshot(lastApplied, log.term(lastApplied), stateMachine.state());
    long term = currentTerm;
    nextIndex.put(peer, lastApplied + 1);
    node.rpc(peer, new InstallSnapshot(term, snapshot), InstallSnapshotResult.class, RPC_TIMEOUT)
        .thenAccept(result -> observe(result.term()));
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
    if (held > commitIndex && log.term(held) == currentTerm) {
      commit(held);
    }
    waitForNews.forEach(this::sendNews);
    waitForNews.clear();
  }

  // Followers

  private AppendEntriesResult append(Request<AppendEntries> request) {
    AppendEntries sent = request.body();
    observe(sent.term());
    if (sent.term() < currentTerm) {
      return new AppendEntriesResult(currentTerm, false, 0);
    }
    role = Role.FOLLOWER;
    follow(request.src());
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

  private InstallSnapshotResult install(Request<InstallSnapshot> request) {
    Snapshot snapshot = request.body().snapshot();
    observe(request.body().term());
    if (request.body().term() == currentTerm) {
      role = Role.FOLLOWER;
      follow(request.src());
      resetElectionTimer();
      if (snapshot.lastIncludedIndex() > commitIndex) {
        restore(snapshot);
        store(snapshot);
        requests.restored();
      }
    }
    return new InstallSnapshotResult(currentTerm);
  }

  private void restore(Snapshot snapshot) {
    log.compact(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm());
    stateMachine.restore(snapshot.state());
    commitIndex = snapshot.lastIncludedIndex();
    lastApplied = commitIndex;
  }

  private void store(Snapshot snapshot) {
    storage.replace(snapshot);
    storage.append(new Vote(currentTerm, votedFor));
    log.storeAgain();
  }

  private void commit(int index) {
    commitIndex = Math.max(commitIndex, index);
    while (lastApplied < commitIndex) {
      log.get(++lastApplied).command().ifPresent(this::apply);
    }
  }

  private void apply(Command command) {
    stateMachine.apply(command);
    requests.applied(command);
    if (role == Role.LEADER && node.peers().contains(command.node())) {
      waitForNews.add(command.node());
    }
  }
}
