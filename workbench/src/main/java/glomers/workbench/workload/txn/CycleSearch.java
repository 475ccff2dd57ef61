package glomers.workbench.workload.txn;

import glomers.workbench.time.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds a shortest cycle of one type in a component: a search in breadth from the end of each edge
 * that such a cycle may start with, as deep as a shorter cycle than the best so far may be.
 *
 * <p>A transaction is visited at most twice per search: once as reached by an anti-dependency, once
 * otherwise, for it matters in cycles in which no two anti-dependencies may follow each other.
 */
final class CycleSearch {
  private static final int NONE = -1;

  private final Component component;
  private final Deadline deadline;

  /** By state, the state before it and the edge between them, valid if stamped with the search. */
  private final int[] before;

  private final Dependency[] edgeBefore;
  private final int[] depth;
  private final int[] stamp;
  private final int[] queue;
  private int search;

  CycleSearch(Component component, Deadline deadline) {
    this.component = component;
    this.deadline = deadline;
    int states = 2 * component.size();
    before = new int[states];
    edgeBefore = new Dependency[states];
    depth = new int[states];
    stamp = new int[states];
    queue = new int[states];
  }

  /**
   * A shortest cycle of this type, its edges in order; empty if there is none.
   *
   * @throws AnalysisLimitException if the time is over
   */
  List<Dependency> shortest(CycleSpec spec) {
    List<List<Start>> starts = starts(spec);
    List<Dependency> best = List.of();
    for (int txn = 0; txn < component.size() && best.size() != 2; txn++) {
      if (!starts.get(txn).isEmpty()) {
        if (deadline.hasPassed()) {
          throw new AnalysisLimitException("the search took too long");
        }
        List<Dependency> cycle = shortestFrom(txn, starts.get(txn), spec, best.size());
        best = cycle.isEmpty() ? best : cycle;
      }
    }
    return best;
  }

  /** An edge to start with, and the transaction that it comes from. */
  private record Start(int from, Dependency edge) {}

  /** By the transaction that they lead to, the edges to start with. */
  private List<List<Start>> starts(CycleSpec spec) {
    List<List<Start>> starts = new ArrayList<>();
    for (int i = 0; i < component.size(); i++) {
      starts.add(new ArrayList<>(0));
    }
    // An edge that is of another kind, too, belongs to a cycle of a type that was searched before.
    int others = spec.path() & ~spec.start();
    for (int from = 0; from < component.size(); from++) {
      for (int e = 0; e < component.targets(from).length; e++) {
        Dependency edge = component.outgoing(from)[e];
        if ((edge.kinds() & spec.start()) != 0 && (edge.kinds() & others) == 0) {
          starts.get(component.targets(from)[e]).add(new Start(from, edge));
        }
      }
    }
    return starts;
  }

  /** A cycle that is shorter than the best one, or empty. */
  private List<Dependency> shortestFrom(
      int first, List<Start> starts, CycleSpec spec, int bestLength) {
    search++;
    int root = 2 * first + (spec.alternating() ? 1 : 0);
    visit(root, NONE, null, 0);
    int head = 0;
    int tail = 0;
    queue[tail++] = root;
    int[] goals = new int[starts.size()];
    Arrays.setAll(goals, i -> 2 * starts.get(i).from());
    while (head < tail) {
      int state = queue[head++];
      for (int i = 0; i < goals.length; i++) {
        if (goals[i] == state) {
          List<Dependency> cycle = cycle(starts.get(i).edge(), state);
          if (isSimple(cycle)) {
            return cycle;
          }
        }
      }
      if (bestLength > 0 && depth[state] + 2 >= bestLength) {
        continue;
      }
      int from = state / 2;
      for (int e = 0; e < component.targets(from).length; e++) {
        int next = next(state, component.outgoing(from)[e].kinds(), spec);
        if (next != NONE) {
          int target = 2 * component.targets(from)[e] + next;
          if (stamp[target] != search) {
            visit(target, state, component.outgoing(from)[e], depth[state] + 1);
            queue[tail++] = target;
          }
        }
      }
    }
    return List.of();
  }

  /** 0 or 1, how an edge reaches its end: 1 for an anti-dependency that no other may follow. */
  private static int next(int state, int kinds, CycleSpec spec) {
    if ((kinds & spec.path()) != 0) {
      return 0;
    }
    boolean antiDependency = (kinds & DependencyKind.RW.bit()) != 0;
    return spec.alternating() && antiDependency && state % 2 == 0 ? 1 : NONE;
  }

  private void visit(int state, int from, Dependency edge, int distance) {
    stamp[state] = search;
    before[state] = from;
    edgeBefore[state] = edge;
    depth[state] = distance;
  }

  private List<Dependency> cycle(Dependency start, int end) {
    List<Dependency> cycle = new ArrayList<>();
    for (int state = end; before[state] != NONE; state = before[state]) {
      cycle.add(edgeBefore[state]);
    }
    cycle.add(start);
    Collections.reverse(cycle);
    return cycle;
  }

  private static boolean isSimple(List<Dependency> cycle) {
    return cycle.stream().map(Dependency::from).distinct().count() == cycle.size();
  }
}
