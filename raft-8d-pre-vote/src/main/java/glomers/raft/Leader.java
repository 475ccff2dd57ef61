package glomers.raft;

import glomers.node.Node;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a node does while it leads: it copies its log to the followers, and commits what a majority
 * has.
 */
final class Leader {
  private final Raft raft;
  private final Node node;
  private final Log log;
  private final Limits limits;
  private final Map<String, Progress> progress = new TreeMap<>();
  private final Set<String> waitForNews = new TreeSet<>();
  private int timesLast;

  Leader(Raft raft, Limits limits) {
    this.raft = raft;
    node = raft.node;
    log = raft.log;
    this.limits = limits;
  }

  /** Begins anew: what it knew in an earlier term counts no more. */
  void begin() {
    progress.clear();
    node.ids().forEach(id -> progress.put(id, new Progress(log.lastIndex() + 1, node.now())));
    waitForNews.clear();
    timesLast = 0;
    // Commits what is left of earlier terms.
    log.append(new Entry(raft.currentTerm, Optional.empty()));
    sendNew();
  }

  /** Appends commands. Who has sent them answers when it applies them. */
  void accept(Forward forward) {
    if (!raft.isLeader()) {
      return; // a node will send it again
    }
    for (Command command : forward.commands()) {
      log.append(new Entry(raft.currentTerm, Optional.of(command)));
    }
    sendNew();
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
      } else {
        replicate();
      }
    }
  }

  private void sendNew() {
    replicate();
    int index = log.lastIndex();
    raft.synced(raft.currentTerm)
        .thenAccept(
            term -> {
              if (raft.isLeader() && term == raft.currentTerm) {
                timesLast = index <= raft.commitIndex ? timesLast + 1 : 0;
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
      node.send(node.peers().stream().max(byMatch).orElseThrow(), new TimeoutNow(raft.currentTerm));
      raft.becomeFollower();
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
    node.rpc(peer, request, AppendEntriesResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(
            result -> {
              raft.observe(result.term());
              if (raft.isLeader() && raft.answers(request.term(), result.term())) {
                to.ackedAt = sentAt.compareTo(to.ackedAt) > 0 ? sentAt : to.ackedAt;
                acknowledged(peer, last, result);
              }
            });
  }

  private AppendEntries appendEntries(Progress to) {
    int prev = to.nextIndex - 1;
    return new AppendEntries(
        raft.currentTerm, prev, log.term(prev), log.after(prev), raft.commitIndex);
  }

  /** Tells what is committed; the next heartbeat repeats it. */
  private void sendNews(String peer) {
    Progress to = progress.get(peer);
    if (to.nextIndex > log.snapshotIndex()) {
      node.send(peer, appendEntries(to));
    }
  }

  private void sendSnapshot(String peer, Progress to) {
    InstallSnapshot request = new InstallSnapshot(raft.currentTerm, raft.snapshot());
    to.nextIndex = request.snapshot().lastIncludedIndex() + 1;
    node.rpc(peer, request, InstallSnapshotResult.class, Raft.RPC_TIMEOUT)
        .thenAccept(result -> raft.observe(result.term()));
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
    if (held > raft.commitIndex && log.term(held) == raft.currentTerm) {
      raft.commit(held);
    }
    waitForNews.forEach(this::sendNews);
    waitForNews.clear();
  }

  /** This node has applied a command: the node that has sent it waits for the news. */
  void applied(Command command) {
    if (raft.isLeader() && node.peers().contains(command.node())) {
      waitForNews.add(command.node());
    }
  }
}
