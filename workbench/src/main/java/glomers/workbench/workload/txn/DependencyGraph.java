package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;

/** Which transaction comes before which: Adya's direct serialization graph, and what extends it. */
final class DependencyGraph {
  /** More reasons than this do not fit into memory. */
  private static final int REASONS_MAX = 10_000_000;

  private final Digraph<Txn, Dependency.Reason> reasons = new Digraph<>();
  private int reasonCount;

  /**
   * The first comes before the second, unless they are one.
   *
   * @throws AnalysisLimitException if there are too many dependencies
   */
  void add(Txn from, Txn to, Dependency.Reason reason) {
    if (from == to) {
      return;
    }
    if (++reasonCount > REASONS_MAX) {
      throw new AnalysisLimitException(
          "The transactions have more than "
              + REASONS_MAX
              + " dependencies, which is too many to look for cycles; lower --rate, --time-limit"
              + " or --max-writes-per-key.");
    }
    reasons.add(from, to, reason);
  }

  void add(Txn from, Txn to, DependencyKind kind, Object key, Object value, Object next) {
    add(from, to, new Dependency.Reason(kind, key, value, next, false));
  }

  boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** The edges that leave a transaction: one, with all its reasons, to each that comes later. */
  Collection<Dependency> outgoing(Txn from) {
    Map<Txn, Dependency> edges = new LinkedHashMap<>();
    reasons.outgoing(
        from,
        (to, reason) -> edges.computeIfAbsent(to, txn -> new Dependency(from, txn)).add(reason));
    return edges.values();
  }

  /**
   * The strongly connected components of more than one transaction, each in the order in which its
   * transactions began, the smallest components first.
   *
   * @param kinds edges without any of these kinds are left out
   */
  List<List<Txn>> components(int kinds) {
    Graph<Txn, DefaultEdge> graph =
        reasons.withoutEarliest(reason -> (reason.kind().bit() & kinds) != 0);
    List<List<Txn>> components = new ArrayList<>();
    for (Set<Txn> component :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      if (component.size() > 1) {
        List<Txn> sorted = new ArrayList<>(component);
        sorted.sort(Comparator.comparingLong(txn -> txn.invocation().index()));
        components.add(sorted);
      }
    }
    components.sort(
        Comparator.<List<Txn>>comparingInt(List::size)
            .thenComparingLong(component -> component.get(0).invocation().index()));
    return components;
  }
}
