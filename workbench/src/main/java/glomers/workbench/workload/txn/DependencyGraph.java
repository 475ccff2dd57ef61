package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Which transaction comes before which: Adya's direct serialization graph, and what extends it. */
final class DependencyGraph {
  /** More edges than this do not fit into memory. */
  private static final int EDGES_MAX = 5_000_000;

  private final Graph<Txn, Dependency> graph = new SimpleDirectedGraph<>(Dependency.class);

  /**
   * The first comes before the second, unless they are one.
   *
   * @throws AnalysisLimitException if there are too many dependencies
   */
  void add(Txn from, Txn to, Dependency.Reason reason) {
    if (from == to) {
      return;
    }
    Dependency edge = graph.addVertex(from) | graph.addVertex(to) ? null : graph.getEdge(from, to);
    if (edge == null) {
      edge = new Dependency(from, to);
      graph.addEdge(from, to, edge);
      if (graph.edgeSet().size() > EDGES_MAX) {
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
    return graph.vertexSet().isEmpty();
  }

  /** The edges that leave a transaction. */
  Set<Dependency> outgoing(Txn txn) {
    return graph.outgoingEdgesOf(txn);
  }

  /**
   * The strongly connected components of more than one transaction, each in the order in which its
   * transactions began, the smallest components first.
   *
   * @param kinds edges without any of these kinds are left out
   */
  List<List<Txn>> components(int kinds) {
    Graph<Txn, Dependency> masked =
        new MaskSubgraph<>(graph, txn -> false, edge -> (edge.kinds() & kinds) == 0);
    List<List<Txn>> components = new ArrayList<>();
    for (Set<Txn> component :
        new KosarajuStrongConnectivityInspector<>(masked).stronglyConnectedSets()) {
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
