package glomers.raft;

import glomers.node.Node;
import glomers.node.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a node does while it leads: it copies its log to the followers, commits what a majority has,
 * and says which reads may be served.
 */
final class Leader {
  /** Reads that wait until a majority has answered a round, and an index is committed. */
  private record WaitingReads(String node, ReadMark mark, long round, int index) {}

  private final Raft raft;
  private final Node node;
  private final Log log;
  private final Requests requests;
  private final boolean leases;
  private final Limits limits;
  private final Map<String, Progress> progress = new TreeMap<>();
  private final Deque<WaitingReads> reads = new ArrayDeque<>();
  private final Set<String> waitForNews = new TreeSet<>();

  /** Those of this term's log that are not applied yet. */
  private final Set<Command> pending = new HashSet<>();

  private int firstIndex;
  private int sentIndex;
  private long round;
  private long messages;
  private Duration roundAt = Duration.ZERO;
  private Duration roundTrip = Duration.ZERO;
  private Timer roundTimer = () -> {};
  private int timesLast;

  Leader(Raft raft, Requests requests, boolean leases, Limits limits) {
    this.raft = raft;
    node = raft.node;
    log = raft.log;
    this.requests = requests;
    this.leases = leases;
    this.limits = limits;
  }

  /** Begins anew: what it knew in an earlier term counts no more. */
  void begin() {
    progress.clear();
    node.ids().forEach(id -> progress.put(id, new Progress(log.lastIndex() + 1, node.now())));
    progress.get(node.id()).ackedRound = Long.MAX_VALUE;
    reads.clear();
    waitForNews.clear();
    pending.clear();
    round = 0;
    timesLast = 0;
    // Commits what is left of earlier terms.
    log.append(new Entry(raft.currentTerm, Optional.empty()));
    firstIndex = log.lastIndex();
    sendRound();
  }

  /**
   * Appends commands, but for those that are sent again while they wait here, and lets reads wait
   * for a round that begins now or later.
   */
  void accept(String src, Forward forward) {
    if (!raft.isLeader() || !progress.containsKey(src)) {
      return; // a node will send it again
    }
    Function<Command, Entry> entry = each -> new Entry(raft.currentTerm, Optional.of(each));
    log.append(
        log.lastIndex(), forward.commands().stream().filter(pending::add).map(entry).toList());
    forward
        .reads()
        .ifPresent(
            mark -> {
              long from = leases && holdsLease() ? 0 : round + 1;
              reads.add(new WaitingReads(src, mark, from, Math.max(raft.commitIndex, firstIndex)));
            });
    advance();
  }

  /** Whether nobody else can have been elected, if clocks are right and no vote is under way. */
  private boolean holdsLease() {
    Duration age = node.now().minus(ofMajority(each -> each.ackedAt));
    return age.toMillis() < Election.TIMEOUT_MILLIS_MIN;
  }

  /** The highest value that a majority of the nodes has reached. */
  private <T extends Comparable<T>> T ofMajority(Function<Progress, T> value) {
    List<T> values = progress.values().stream().map(value).sorted().toList();
    return values.get((values.size() - 1) / 2);
  }

  void heartbeat() {
    if (raft.isLeader()) {
      Progress self = progress.get(node.id());
      self.ackedAt = node.now();
      if (self.ackedAt.minus(ofMajority(each -> each.ackedAt)).toMillis()
          > limits.electionTimeoutMillisMax()) {
        raft.becomeFollower(); // it is cut off: let its clients look for another
      } else if (node.now().minus(roundAt).compareTo(Raft.HEARTBEAT) >= 0) {
        sendRound();
      }
    }
  }

  private void sendRound() {
    round++;
    roundAt = node.now();
    sentIndex = log.lastIndex();
    waitForNews.clear();
    node.peers().forEach(this::send);
    int index = sentIndex;
    boolean commitsMore = index > raft.commitIndex;
    raft.synced(raft.currentTerm)
        .thenAccept(
            term -> {
              if (raft.isLeader() && term == raft.currentTerm) {
                if (commitsMore) { // else nobody waits for any disk
                  timesLast = index <= raft.commitIndex ? timesLast + 1 : 0;
                }
                Progress self = progress.get(node.id());
                self.matchIndex = Math.max(self.matchIndex, index);
                advance();
                transferIfSlow();
              }
            });
  }

  /** Sends nothing more from then on, so that the next leader lacks nothing that others have. */
  private void transferIfSlow() {
    if (timesLast >= limits.slowRounds()) {
      Comparator<String> byMatch = Comparator.comparing(peer -> progress.get(peer).matchIndex);
      node.send(node.peers().stream().max(byMatch).orElseThrow(), new TimeoutNow(raft.currentTerm));
      raft.becomeFollower();
    }
  }

  private void send(String peer) {
    Progress to = progress.get(peer);
    if (to.nextIndex <= log.snapshotIndex()) {
      sendSnapshot(peer, to);
      return;
    }
    long term = raft.currentTerm;
    long sentRound = round;
    Duration sentAt = node.now();
    long message = ++messages;
    List<Entry> entries = log.after(to.nextIndex - 1, limits.entriesPerMessage());
    AppendEntries request = appendEntries(to, entries);
    int first = to.nextIndex;
    to.nextIndex += entries.size();
    int last = to.nextIndex - 1;
    node.rpc(peer, request, AppendEntriesResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(
            result -> {
              raft.observe(result.term());
              if (raft.isLeader() && raft.answers(term, result.term())) {
                long before = ofMajority(each -> each.ackedRound);
                to.ackedRound = Math.max(to.ackedRound, sentRound);
                if (ofMajority(each -> each.ackedRound) > before) {
                  roundTrip = node.now().minus(sentAt);
                }
                to.ackedAt = sentAt.compareTo(to.ackedAt) > 0 ? sentAt : to.ackedAt;
                acknowledged(peer, message, first, last, result);
              }
            });
  }

  private AppendEntries appendEntries(Progress to, List<Entry> entries) {
    int prev = to.nextIndex - 1;
    return new AppendEntries(
        raft.currentTerm, prev, log.term(prev), entries, raft.commitIndex, to.reads);
  }

  /** Tells what is committed, and which reads may be served; the next round repeats it. */
  private void sendNews(String peer) {
    Progress to = progress.get(peer);
    if (to.nextIndex > log.snapshotIndex()) {
      node.send(peer, appendEntries(to, List.of()));
    }
  }

  private void sendSnapshot(String peer, Progress to) {
    InstallSnapshot request = new InstallSnapshot(raft.currentTerm, raft.snapshot());
    to.nextIndex = request.snapshot().lastIncludedIndex() + 1;
    node.rpc(peer, request, InstallSnapshotResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(result -> raft.observe(result.term()));
  }

  /** A follower has the leader's log up to this index, or lacks the entry before those sent. */
  private void acknowledged(
      String peer, long message, int first, int index, AppendEntriesResult result) {
    Progress from = progress.get(peer);
    if (result.success()) {
      from.matchIndex = Math.max(from.matchIndex, index);
      from.nextIndex = Math.max(from.nextIndex, index + 1);
      if (from.nextIndex <= sentIndex) {
        send(peer); // it lacks more than one message carries
      }
    } else if (message > from.retriedMessage) {
      from.retriedMessage = messages; // those that are under way will be refused, too
      from.nextIndex = Math.max(from.matchIndex + 1, Math.min(first, result.nextIndex()));
      if (from.nextIndex < first) {
        send(peer);
      }
    }
    advance();
  }

  /**
   * Commits what a majority has, if it is of this term: an entry of an earlier term may be replaced
   * all the same (figure 8), and is committed by the first of this term behind it. Then lets reads
   * go, and sends what is new.
   */
  private void advance() {
    if (!raft.isLeader()) {
      return;
    }
    int held = ofMajority(each -> each.matchIndex);
    if (held > raft.commitIndex && log.term(held) == raft.currentTerm) {
      raft.commit(held);
    }
    long answered = ofMajority(each -> each.ackedRound);
    while (!reads.isEmpty()
        && reads.peek().round() <= answered
        && reads.peek().index() <= raft.commitIndex) {
      WaitingReads first = reads.remove();
      progress.get(first.node()).reads = Optional.of(first.mark());
      waitForNews.add(first.node());
    }
    if (waitForNews.remove(node.id())) {
      progress.get(node.id()).reads.ifPresent(requests::confirmed);
    }
    if (round - answered < limits.rounds()) {
      long waitingReads = reads.stream().filter(each -> each.round() > round).count();
      if (log.lastIndex() > sentIndex || waitingReads > 0) {
        sendRoundInTime(log.lastIndex() - sentIndex + waitingReads);
      } else {
        waitForNews.forEach(this::sendNews);
        waitForNews.clear();
      }
    }
  }

  /** Waits for more to send with it, and so that rounds are under way at equal distances. */
  private void sendRoundInTime(long waiting) {
    Duration distance =
        waiting < limits.batch() ? limits.linger() : roundTrip.dividedBy(limits.rounds());
    Duration early = roundAt.plus(distance).minus(node.now());
    roundTimer.cancel();
    if (early.isNegative() || early.isZero()) {
      sendRound();
    } else {
      roundTimer = node.after(early, this::advance);
    }
  }

  /** This node has applied a command: the node that has sent it waits for the news. */
  void applied(Command command) {
    pending.remove(command);
    if (raft.isLeader() && progress.containsKey(command.node())) {
      waitForNews.add(command.node());
    }
  }
}
