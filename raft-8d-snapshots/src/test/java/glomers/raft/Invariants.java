package glomers.raft;

import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What Raft promises at every moment (Ongaro and Ousterhout 2014, figure 3), and what it comes to
 * when nothing disturbs it any more.
 */
final class Invariants {
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(2);

  private Invariants() {}

  static Simulation<Server> holdIn(Simulation<Server> simulation) {
    return holdIn(simulation, SETTLED_WITHIN);
  }

  static Simulation<Server> holdIn(Simulation<Server> simulation, Duration settledWithin) {
    return simulation
        .always("election safety: at most one leader per term", ElectionSafety::new)
        .always("votes: a node votes for one candidate per term", OneVote::new)
        .always("leader append-only: a leader never overwrites its log", LeaderAppendOnly::new)
        .always("log matching: logs that agree at an index agree before it", LogMatching::new)
        .always(
            "leader completeness: what is committed is in the log of each later leader",
            LeaderCompleteness::new)
        .always(
            "election restriction: no majority would vote for a node that lacks what is committed",
            Invariants::electionIsRestricted)
        .always(
            "state machine safety: no two nodes apply different entries at an index",
            StateMachineSafety::new)
        .always("the log behind the snapshot is bounded", Invariants::logIsBounded)
        .eventually(
            "there is a leader, and all logs are equal", settledWithin, Invariants::settled);
  }

  /** What a sweep under partitions has to come across. */
  static boolean leaderWasDeposed(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .filter(raft -> !raft.isLeader() && raft.log.lastIndex() > raft.commitIndex)
        .anyMatch(
            raft ->
                servers.stream()
                    .map(server -> server.raft)
                    .filter(other -> other.isLeader() && other.currentTerm > lastTerm(raft.log))
                    .anyMatch(leader -> !leader.log.has(raft.log.lastIndex(), lastTerm(raft.log))));
  }

  /** Whether two nodes ask for votes in one term. */
  static boolean voteIsSplit(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .filter(raft -> raft.role == Raft.Role.CANDIDATE)
        .anyMatch(
            one ->
                servers.stream()
                    .map(server -> server.raft)
                    .anyMatch(
                        other ->
                            other != one
                                && other.role == Raft.Role.CANDIDATE
                                && other.currentTerm == one.currentTerm));
  }

  /** Whether a follower needs a snapshot: its leader has no longer what it lacks. */
  static boolean snapshotIsNeeded(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .filter(Raft::isLeader)
        .anyMatch(
            leader ->
                servers.stream()
                    .map(server -> server.raft)
                    .filter(raft -> raft.currentTerm == leader.currentTerm)
                    .anyMatch(raft -> raft.log.lastIndex() < leader.log.snapshotIndex()));
  }

  private static long lastTerm(Log log) {
    return log.term(log.lastIndex());
  }

  private static boolean logIsBounded(List<Server> servers) {
    return servers.stream().allMatch(s -> s.raft.lastApplied - s.raft.log.snapshotIndex() < 1_000);
  }

  /** Whether leader completeness will hold, whoever is elected next. */
  private static boolean electionIsRestricted(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .max(Comparator.comparingInt(raft -> raft.commitIndex))
        .map(most -> electionIsRestricted(servers, most.commitIndex, most))
        .orElse(true);
  }

  private static boolean electionIsRestricted(List<Server> servers, int index, Raft most) {
    if (index > most.log.lastIndex()) {
      return false; // what was committed has been cut off
    }
    long term = most.log.term(index);
    return servers.stream()
        .map(server -> server.raft.log)
        .filter(log -> !log.has(index, term))
        .allMatch(log -> voters(servers, log) <= most.node.ids().size() / 2);
  }

  private static long voters(List<Server> servers, Log candidate) {
    return servers.stream()
        .filter(each -> each.raft.log.isUpToDate(candidate.lastIndex(), lastTerm(candidate)))
        .count();
  }

  static boolean settled(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .filter(Raft::isLeader)
        .anyMatch(
            leader ->
                servers.stream()
                    .map(server -> server.raft)
                    .allMatch(
                        raft ->
                            raft.currentTerm == leader.currentTerm
                                && raft.log.lastIndex() == leader.log.lastIndex()
                                && raft.log.has(leader.log.lastIndex(), lastTerm(leader.log))));
  }

  /** A check of each server by itself, with a memory of all. */
  private abstract static class Monitor implements Predicate<List<Server>> {
    @Override
    public boolean test(List<Server> servers) {
      return servers.stream().allMatch(server -> holds(server.raft));
    }

    abstract boolean holds(Raft raft);
  }

  private static final class ElectionSafety extends Monitor {
    private final Map<Long, Raft> leaders = new HashMap<>();

    @Override
    boolean holds(Raft raft) {
      return !raft.isLeader() || leaders.computeIfAbsent(raft.currentTerm, term -> raft) == raft;
    }
  }

  /** What candidates have counted. */
  private static final class OneVote extends Monitor {
    private record Ballot(String voter, long term) {}

    private final Map<Ballot, String> candidates = new HashMap<>();

    @Override
    boolean holds(Raft raft) {
      String id = raft.node.id();
      return raft.role == Raft.Role.FOLLOWER
          || raft.election.votes.stream()
              .map(voter -> new Ballot(voter, raft.currentTerm))
              .allMatch(ballot -> candidates.computeIfAbsent(ballot, key -> id).equals(id));
    }
  }

  /** The log of each node when it was last looked at, behind its snapshot. */
  private static final class SeenLogs {
    private final Map<Raft, TreeMap<Integer, Entry>> logs = new HashMap<>();

    /** The index up to which a log has stayed since the last call. */
    int unchanged(Raft raft) {
      TreeMap<Integer, Entry> seen = logs.computeIfAbsent(raft, log -> new TreeMap<>());
      Log log = raft.log;
      seen.headMap(log.snapshotIndex(), true).clear();
      int same = seen.isEmpty() ? log.snapshotIndex() : Math.min(seen.lastKey(), log.lastIndex());
      while (same > log.snapshotIndex() && seen.get(same) != log.get(same)) {
        same--;
      }
      seen.tailMap(same, false).clear();
      for (int index = same + 1; index <= log.lastIndex(); index++) {
        seen.put(index, log.get(index));
      }
      return same;
    }
  }

  private static final class LeaderAppendOnly extends Monitor {
    private final SeenLogs seen = new SeenLogs();
    private final Map<Raft, Long> leading = new HashMap<>();
    private final Map<Raft, Integer> lengths = new HashMap<>();

    @Override
    boolean holds(Raft raft) {
      int same = seen.unchanged(raft);
      Integer before = lengths.put(raft, raft.log.lastIndex());
      Long term = raft.isLeader() ? leading.put(raft, raft.currentTerm) : leading.remove(raft);
      return !raft.isLeader() || term == null || term != raft.currentTerm || same == before;
    }
  }

  private static final class LogMatching extends Monitor {
    private record Position(int index, long term) {}

    private record Found(Entry entry, long termBefore) {}

    private final SeenLogs seen = new SeenLogs();
    private final Map<Position, Found> known = new HashMap<>();

    @Override
    boolean holds(Raft raft) {
      for (int at = seen.unchanged(raft) + 1; at <= raft.log.lastIndex(); at++) {
        Found found = new Found(raft.log.get(at), raft.log.term(at - 1));
        Found other = known.putIfAbsent(new Position(at, found.entry().term()), found);
        if (other != null && !other.equals(found)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The entries that were applied, by any node; not those that came in a snapshot. */
  private static final class Applied {
    private record Committed(Entry entry, long term) {}

    private final TreeMap<Integer, Committed> entries = new TreeMap<>();
    private final Map<Raft, Integer> seen = new HashMap<>();

    /** Adds what a node has applied since the last call; returns whether all agree on it. */
    boolean add(Raft raft) {
      boolean agree = true;
      int from = Math.max(seen.getOrDefault(raft, 0), raft.log.snapshotIndex());
      for (int at = from + 1; at <= raft.lastApplied; at++) {
        Entry entry = raft.log.get(at);
        // Its leader is the first that applies it: in the term in which it was committed.
        Committed known = entries.putIfAbsent(at, new Committed(entry, raft.currentTerm));
        agree &= known == null || known.entry().equals(entry);
      }
      seen.put(raft, raft.lastApplied);
      return agree;
    }
  }

  private static final class LeaderCompleteness extends Monitor {
    private final Applied applied = new Applied();
    private final Map<Raft, Long> leading = new HashMap<>();

    @Override
    boolean holds(Raft raft) {
      boolean isNew = raft.isLeader() && !Long.valueOf(raft.currentTerm).equals(leading.get(raft));
      if (isNew) {
        leading.put(raft, raft.currentTerm);
      }
      boolean complete =
          !isNew
              || applied.entries.entrySet().stream()
                  .filter(each -> each.getValue().term() < raft.currentTerm)
                  .allMatch(each -> raft.log.has(each.getKey(), each.getValue().entry().term()));
      applied.add(raft);
      return complete;
    }
  }

  private static final class StateMachineSafety extends Monitor {
    private final Applied applied = new Applied();

    @Override
    boolean holds(Raft raft) {
      return applied.add(raft);
    }
  }
}
