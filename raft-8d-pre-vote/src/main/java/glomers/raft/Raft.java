package glomers.raft;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Timer;
import glomers.storage.Storage;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Consensus on a log of commands (Raft; Ongaro and Ousterhout 2014, whose figure 2 the names are
 * from). Fields that are not private are what the tests' invariants look at.
 */
final class Raft {
  private static final Duration HEARTBEAT = Duration.ofMillis(50);
  private static final int ELECTION_TIMEOUT_MILLIS_MIN = 250;
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
  private Duration heardAt;
  final Set<String> votes = new HashSet<>();

  final Log log;
  int commitIndex;
  int lastApplied;

  // Of a leader
  private final Map<String, Progress> progress = new TreeMap<>();
  private final Set<String> waitForNews = new TreeSet<>();
  private int timesLast;

  Raft(Node node, StateMachine stateMachine, Requests requests, Limits limits) {
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
    node.onOneWay(Forward.class, request -> accept(request.body()));
    node.onOneWay(TimeoutNow.class, this::timeoutNow);
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
  private <T> CompletionStage<T> synced(T answer) {
    return storage.sync().thenApply(done -> answer);
  }

  // Elections

  private void resetElectionTimer() {
    electionTimer.cancel();
    int millis =
        node.random().nextInt(ELECTION_TIMEOUT_MILLIS_MIN, limits.electionTimeoutMillisMax() + 1);
    electionTimer = node.after(Duration.ofMillis(millis), this::electionTimeout);
  }

  private void electionTimeout() {
    resetElectionTimer();
    if (role != Role.LEADER) {
      leader = "";
      role = Role.FOLLOWER;
      votes.clear();
      RequestVote request = requestVote(currentTerm + 1, true);
      countVote(node.id(), request);
      node.peers().forEach(peer -> requestVote(peer, request));
    }
  }

  private void startElection() {
    observe(currentTerm + 1);
    role = Role.CANDIDATE;
    vote(currentTerm, node.id());
    votes.clear();
    RequestVote request = requestVote(currentTerm, false);
    synced(request)
        .thenAccept(
            kept -> {
              if (request.term() == currentTerm) {
                countVote(node.id(), request);
                node.peers().forEach(peer -> requestVote(peer, request));
              }
            });
  }

  private RequestVote requestVote(long term, boolean preVote) {
    return new RequestVote(term, log.lastIndex(), log.term(log.lastIndex()), preVote);
  }

  private void requestVote(String peer, RequestVote request) {
    node.rpc(peer, request, RequestVoteResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (result.voteGranted()
                  && (request.preVote() || answers(request.term(), result.term()))) {
                countVote(peer, request);
              }
            });
  }

  /** An answer of an earlier term may be to a request from before this node's last crash. */
  private boolean answers(long requestTerm, long resultTerm) {
    return requestTerm == currentTerm && resultTerm == currentTerm;
  }

  /** A majority of promised votes begins an election; a majority of votes makes a leader. */
  private void countVote(String voter, RequestVote request) {
    boolean counts =
        request.preVote()
            ? role == Role.FOLLOWER && leader.isEmpty() && request.term() == currentTerm + 1
            : role == Role.CANDIDATE && request.term() == currentTerm;
    if (counts && votes.add(voter) && votes.size() > node.ids().size() / 2) {
      if (request.preVote()) {
        startElection();
      } else {
        becomeLeader();
      }
    }
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
      resetElectionTimer();
    }
    return new RequestVoteResult(currentTerm, granted);
  }

  private boolean hearsLeader() {
    return role == Role.LEADER
        || !leader.isEmpty() && node.now().minus(heardAt).toMillis() < ELECTION_TIMEOUT_MILLIS_MIN;
  }

  /** Whoever learns of a later term follows it, and has not voted in it. */
  private void observe(long term) {
    if (term > currentTerm) {
      vote(term, "");
      role = Role.FOLLOWER;
      leader = "";
    }
  }

  private void timeoutNow(Request<TimeoutNow> request) {
    if (request.src().equals(leader) && request.body().term() == currentTerm) {
      startElection();
    }
  }

  // The leader

  private void becomeLeader() {
    role = Role.LEADER;
    progress.clear();
    node.ids().forEach(id -> progress.put(id, new Progress(log.lastIndex() + 1, node.now())));
    waitForNews.clear();
    timesLast = 0;
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

  /** The highest value that a majority of the nodes has reached. */
  private <T extends Comparable<T>> T ofMajority(Function<Progress, T> value) {
    List<T> values = progress.values().stream().map(value).sorted().toList();
    return values.get((values.size() - 1) / 2);
  }

  private void heartbeat() {
    if (role == Role.LEADER) {
      Progress self = progress.get(node.id());
      self.ackedAt = node.now();
      if (self.ackedAt.minus(ofMajority(each -> each.ackedAt)).toMillis()
          > limits.electionTimeoutMillisMax()) {
        stepDown(); // it is cut off: let its clients look for another
      } else {
        replicate();
      }
    }
    if (lastApplied - log.snapshotIndex() > limits.entries() && storage.outgrown()) {
      Snapshot snapshot = new Snapshot(lastApplied, log.term(lastApplied), stateMachine.state());
      log.compact(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm());
      store(snapshot);
    }
  }

  private void stepDown() {
    role = Role.FOLLOWER;
    leader = "";
  }

  private void sendNew() {
    replicate();
    int index = log.lastIndex();
    synced(currentTerm)
        .thenAccept(
            term -> {
              if (role == Role.LEADER && term == currentTerm) {
                timesLast = index <= commitIndex ? timesLast + 1 : 0;
                Progress self = progress.get(node.id());
                self.matchIndex = Math.max(self.matchIndex, index);
                advanceCommitIndex();
                transferIfSlow();
              }
            });
  }

  /** Sends nothing more from then on, so that the next leader lacks nothing that others have. */
  private void transferIfSlow() {
    if (timesLast >= limits.slowRounds()) {
      Comparator<String> byMatch = Comparator.comparing(peer -> progress.get(peer).matchIndex);
      node.send(node.peers().stream().max(byMatch).orElseThrow(), new TimeoutNow(currentTerm));
      stepDown();
    }
  }

  private void replicate() {
    node.peers().forEach(this::replicate);
  }

  private void replicate(String peer) {
    Progress to = progress.get(peer);
    if (to.nextIndex <= log.snapshotIndex()) {
      sendSnapshot(peer, to);
      return;
    }
    Duration sentAt = node.now();
    AppendEntries request = appendEntries(to);
    int last = request.prevLogIndex() + request.entries().size();
    node.rpc(peer, request, AppendEntriesResult.class, RPC_TIMEOUT)
        .thenAccept(
            result -> {
              observe(result.term());
              if (role == Role.LEADER && answers(request.term(), result.term())) {
                to.ackedAt = sentAt.compareTo(to.ackedAt) > 0 ? sentAt : to.ackedAt;
                acknowledged(peer, last, result);
              }
            });
  }

  private AppendEntries appendEntries(Progress to) {
    int prev = to.nextIndex - 1;
    return new AppendEntries(currentTerm, prev, log.term(prev), log.after(prev), commitIndex);
  }

  /** Tells what is committed; the next heartbeat repeats it. */
  private void sendNews(String peer) {
    Progress to = progress.get(peer);
    if (to.nextIndex > log.snapshotIndex()) {
      node.send(peer, appendEntries(to));
    }
  }

  private void sendSnapshot(String peer, Progress to) {
    Snapshot snapshot = new Snapshot(lastApplied, log.term(lastApplied), stateMachine.state());
    long term = currentTerm;
    to.nextIndex = lastApplied + 1;
    node.rpc(peer, new InstallSnapshot(term, snapshot), InstallSnapshotResult.class, RPC_TIMEOUT)
        .thenAccept(result -> observe(result.term()));
  }

  /** A follower has the leader's log up to this index, or lacks the entry before those sent. */
  private void acknowledged(String peer, int index, AppendEntriesResult result) {
    Progress from = progress.get(peer);
    if (result.success()) {
      from.matchIndex = Math.max(from.matchIndex, index);
      from.nextIndex = Math.max(from.nextIndex, index + 1);
      advanceCommitIndex();
    } else {
      int next = Math.max(from.matchIndex + 1, result.nextIndex());
      if (next < from.nextIndex) {
        from.nextIndex = next;
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
    int held = ofMajority(each -> each.matchIndex);
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
