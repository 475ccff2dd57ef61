package glomers.raft;

import glomers.workbench.simulation.Simulation;
import java.time.Duration;
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
}
