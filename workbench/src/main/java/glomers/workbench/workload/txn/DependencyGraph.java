package glomers.workbench.workload.txn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Which transaction comes before which: Adya's direct serialization graph, and what extends it. */
final class DependencyGraph {
  /** More edges than this do not fit into memory. */
  private static final int EDGES_MAX = 5_000_000;

  /** The edges that leave each transaction, by the transaction that they lead to. */
  private final Map<Txn, Map<Txn, Dependency>> edges = new LinkedHashMap<>();

  private int edgeCount;

  /**
   * The first comes before the second, unless they are one.
   *
   * @throws AnalysisLimitException if there are too many dependencies
   */
  void add(Txn from, Txn to, Dependency.Reason reason) {
    if (from == to) {
      return;
    }
    edges.computeIfAbsent(to, txn -> new LinkedHashMap<>(2));
    Map<Txn, Dependency> outgoing = edges.computeIfAbsent(from, txn -> new LinkedHashMap<>(2));
    Dependency edge = outgoing.get(to);
    if (edge == null) {
      edge = new Dependency(from, to);
      outgoing.put(to, edge);
      if (++edgeCount > EDGES_MAX) {
        throw new AnalysisLimitException(
            "The transactions have more than "
                + EDGES_MAX
                + " dependencies, which is too many to look for cycles; lower --rate, --time-limit"
                + " or --max-writes-per-key.");
      }
    }
    edge.add(reason);
  }

  void add(Txn from, Txn to, DependencyKind kind, Object key, Object value, Object next) {
    add(from, to, new Dependency.Reason(kind, key, value, next, false));
  }

  boolean isEmpty() {
    return edges.isEmpty();
  }

  /** The edges that leave a transaction. */
  Collection<Dependency> outgoing(Txn txn) {
    return edges.get(txn).values();
  }

  /**
   * The strongly connected components of more than one transaction, each in the order in which its
   * transactions began, the smallest components first.
   *
   * @param kinds edges without any of these kinds are left out
   */
  List<List<Txn>> components(int kinds) {
    List<List<Txn>> components = new ArrayList<>();
    for (Set<Txn> component :
        new KosarajuStrongConnectivityInspector<>(withoutEarliest(kinds)).stronglyConnectedSets()) {
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

  /**
   * The edges of these kinds between transactions that may be in a cycle: those that are left when
   * transactions without a predecessor are removed, again and again (Kahn 1962). Most histories
   * have none, and this shows it sooner than a search for components.
   */
  private Graph<Txn, Dependency> withoutEarliest(int kinds) {
    Map<Txn, int[]> predecessors = new HashMap<>();
    for (Map<Txn, Dependency> outgoing : edges.values()) {
      for (Dependency edge : outgoing.values()) {
        if (edge.isAny(kinds)) {
          predecessors.computeIfAbsent(edge.to(), txn -> new int[1])[0]++;
        }
      }
    }
    Deque<Txn> earliest = new ArrayDeque<>();
    edges.keySet().stream().filter(txn -> !predecessors.containsKey(txn)).forEach(earliest::add);
    while (!earliest.isEmpty() && !predecessors.isEmpty()) {
      for (Dependency edge : outgoing(earliest.remove())) {
        if (edge.isAny(kinds) && --predecessors.get(edge.to())[0] == 0) {
          predecessors.remove(edge.to());
          earliest.add(edge.to());
        }
      }
    }
    Graph<Txn, Dependency> rest = new SimpleDirectedGraph<>(Dependency.class);
    for (Txn txn : predecessors.keySet()) {
      rest.addVertex(txn);
      for (Dependency edge : outgoing(txn)) {
        if (edge.isAny(kinds)) {
          rest.addVertex(edge.to());
          rest.addEdge(txn, edge.to(), edge);
        }
      }
    }
    return rest;
  }
}
