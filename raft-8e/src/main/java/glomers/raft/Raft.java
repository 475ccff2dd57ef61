package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.storage.Storage;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Consensus on a log of commands (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are
 * from). Fields that are not private are what the other classes and the tests' invariants look at.
 */
final class Raft {
  static final Duration HEARTBEAT = Duration.ofMillis(50);
  static final Duration RPC_TIMEOUT = Duration.ofSeconds(5);

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
  final Election election;
  private final Leader leader;

  Role role = Role.FOLLOWER;
  long currentTerm;
  String votedFor = "";
  String leaderId = ""; // empty if it is not known
  private Duration heardAt;

  final Log log;
  int commitIndex;
  int lastApplied;

  Raft(Node node, StateMachine stateMachine, Requests requests, boolean leases, Limits limits) {
    this.node = node;
    this.stateMachine = stateMachine;
    this.requests = requests;
    this.limits = limits;
    heardAt = node.now();
    storage = node.storage();
    log = new Log(storage);
    storage.on(Snapshot.class, this::restore);
    storage.on(Vote.class, this::restore);
    storage.replay();
    node.onAsync(RequestVote.class, request -> synced(vote(request)));
    node.onAsync(AppendEntries.class, request -> synced(append(request)));
    node.onAsync(InstallSnapshot.class, request -> synced(install(request)));
    election = new Election(this, limits);
    leader = new Leader(this, requests, leases, limits);
    node.onOneWay(Forward.class, request -> leader.accept(request.src(), request.body()));
    node.onOneWay(TimeoutNow.class, this::timeoutNow);
    node.every(HEARTBEAT, this::heartbeat);
    requests.sendBy(this::toLeader);
    election.resetTimer();
  }

  boolean isLeader() {
    return role == Role.LEADER;
  }

  private void toLeader(Forward forward) {
    if (leaderId.equals(node.id())) {
      leader.accept(leaderId, forward);
    } else if (!leaderId.isEmpty()) {
      node.send(leaderId, forward);
    }
  }

  private void follow(String newLeader) {
    boolean isNew = !leaderId.equals(newLeader);
    leaderId = newLeader;
    heardAt = node.now();
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
  <T> CompletionStage<T> synced(T answer) {
    return storage.sync().thenApply(done -> answer);
  }

  // Elections

  /** Begins a term of its own, with its own vote. */
  void becomeCandidate() {
    observe(currentTerm + 1);
    role = Role.CANDIDATE;
    vote(currentTerm, node.id());
  }

  /** An answer of an earlier term may be to a request from before this node's last crash. */
  boolean answers(long requestTerm, long resultTerm) {
    return requestTerm == currentTerm && resultTerm == currentTerm;
  }

  private RequestVoteResult vote(Request<RequestVote> request) {
    RequestVote candidate = request.body();
    boolean upToDate = log.isUpToDate(candidate.lastLogIndex(), candidate.lastLogTerm());
    if (candidate.preVote()) {
      boolean would = candidate.term() > currentTerm && upToDate && !hearsLeader();
      return new RequestVoteResult(currentTerm, would);
    }
    observe(candidate.term());
    boolean granted =
        candidate.term() == currentTerm
            && (votedFor.isEmpty() || votedFor.equals(request.src()))
            && upToDate;
    if (granted) {
      vote(currentTerm, request.src());
      election.resetTimer();
    }
    return new RequestVoteResult(currentTerm, granted);
  }

  private boolean hearsLeader() {
    return role == Role.LEADER
        || !leaderId.isEmpty()
            && node.now().minus(heardAt).toMillis() < Election.TIMEOUT_MILLIS_MIN;
  }

  /** Whoever learns of a later term follows it, and has not voted in it. */
  void observe(long term) {
    if (term > currentTerm) {
      vote(term, "");
      role = Role.FOLLOWER;
      leaderId = "";
    }
  }

  private void timeoutNow(Request<TimeoutNow> request) {
    if (request.src().equals(leaderId) && request.body().term() == currentTerm) {
      election.start();
    }
  }

  // The leader

  void becomeLeader() {
    role = Role.LEADER;
    leader.begin();
    follow(node.id());
  }

  private void heartbeat() {
    leader.heartbeat();
    if (lastApplied - log.snapshotIndex() > limits.entries() && storage.outgrown()) {
      log.compact(lastApplied, log.term(lastApplied));
      store(snapshot());
    }
  }

  /** Follows nobody until it hears from a leader. */
  void becomeFollower() {
    role = Role.FOLLOWER;
    leaderId = "";
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
    election.resetTimer();
    if (!log.has(sent.prevLogIndex(), sent.prevLogTerm())) {
      int next = log.firstConflict(sent.prevLogIndex());
      return new AppendEntriesResult(currentTerm, false, next);
    }
    log.append(sent.prevLogIndex(), sent.entries());
    int last = sent.prevLogIndex() + sent.entries().size();
    commit(Math.min(sent.leaderCommit(), last));
    if (commitIndex >= sent.leaderCommit()) {
      sent.reads().ifPresent(requests::confirmed);
    }
    return new AppendEntriesResult(currentTerm, true, last + 1);
  }

  private InstallSnapshotResult install(Request<InstallSnapshot> request) {
    Snapshot snapshot = request.body().snapshot();
    observe(request.body().term());
    if (request.body().term() == currentTerm) {
      role = Role.FOLLOWER;
      follow(request.src());
      election.resetTimer();
      if (snapshot.lastIncludedIndex() > commitIndex) {
        restore(snapshot);
        store(snapshot);
        requests.restored();
      }
    }
    return new InstallSnapshotResult(currentTerm);
  }

  /** What is applied, instead of the entries that made it. */
  Snapshot snapshot() {
    return new Snapshot(lastApplied, log.term(lastApplied), stateMachine.state());
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

  void commit(int index) {
    commitIndex = Math.max(commitIndex, index);
    while (lastApplied < commitIndex) {
      log.get(++lastApplied).command().ifPresent(this::apply);
    }
  }

  private void apply(Command command) {
    stateMachine.apply(command);
    requests.applied(command);
    leader.applied(command);
  }
}
