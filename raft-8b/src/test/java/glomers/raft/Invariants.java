package glomers.raft;

import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What Raft promises at every moment (Ongaro and Ousterhout 2014, figure 3), and what it comes to
 * when nothing disturbs it any more.
 */
final class Invariants {
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(2);

  private Invariants() {}

  static Simulation<Server> holdIn(Simulation<Server> simulation) {
    return simulation
        .always("election safety: at most one leader per term", ElectionSafety::new)
        .always("leader append-only: a leader never overwrites its log", LeaderAppendOnly::new)
        .always("log matching: logs that agree at an index agree before it", LogMatching::new)
        .eventually("there is a leader, whom all follow", SETTLED_WITHIN, Invariants::settled);
  }

  static boolean settled(List<Server> servers) {
    return servers.stream()
        .map(server -> server.raft)
        .filter(Raft::isLeader)
        .anyMatch(
            leader ->
                servers.stream()
                    .map(server -> server.raft)
                    .allMatch(raft -> raft.currentTerm == leader.currentTerm));
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

  /** The log of each node when it was last looked at. */
  private static final class SeenLogs {
    private final Map<Raft, List<Entry>> logs = new HashMap<>();

    /** How many entries of a log have stayed since the last call. */
    int unchanged(Raft raft) {
      List<Entry> seen = logs.computeIfAbsent(raft, log -> new ArrayList<>());
      int same = Math.min(seen.size(), raft.log.lastIndex());
      while (same > 0 && seen.get(same - 1) != raft.log.get(same)) {
        same--;
      }
      seen.subList(same, seen.size()).clear();
      for (int index = same + 1; index <= raft.log.lastIndex(); index++) {
        seen.add(raft.log.get(index));
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
}
