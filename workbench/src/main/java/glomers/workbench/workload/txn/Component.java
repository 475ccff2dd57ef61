package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** A strongly connected component, its transactions numbered from 0, for quick searches. */
final class Component {
  private final List<Txn> txns;
  private final Dependency[][] outgoing;

  Component(DependencyGraph graph, List<Txn> txns) {
    this.txns = txns;
    Map<Txn, Integer> numbers = new HashMap<>();
    txns.forEach(txn -> numbers.put(txn, numbers.size()));
    this.outgoing = new Dependency[txns.size()][];
    this.targets = new int[txns.size()][];
    for (int i = 0; i < txns.size(); i++) {
      List<Dependency> inside = new ArrayList<>();
      for (Dependency edge : graph.outgoing(txns.get(i))) {
        if (numbers.containsKey(edge.to())) {
          inside.add(edge);
        }
      }
      outgoing[i] = inside.toArray(new Dependency[0]);
      targets[i] = inside.stream().mapToInt(edge -> numbers.get(edge.to())).toArray();
    }
  }

  private final int[][] targets;

  int size() {
    return txns.size();
  }

  Dependency[] outgoing(int txn) {
    return outgoing[txn];
  }

  /** The numbers of the transactions that {@link #outgoing} leads to, in the same order. */
  int[] targets(int txn) {
    return targets[txn];
  }

  /**
   * The smallest component of the part that a level looks at; empty if that has no cycles.
   *
   * <p>For a level with single anti-dependencies each transaction is there twice: as it is reached
   * by an anti-dependency, when no other may follow, and by any other edge.
   */
  List<Txn> smallestWithin(CycleLevel level) {
    int mask = level.mask();
    Graph<Integer, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    for (int from = 0; from < size(); from++) {
      for (int e = 0; e < targets[from].length; e++) {
        int to = targets[from][e];
        int kinds = outgoing[from][e].kinds();
        if ((kinds & mask) != 0) {
          link(graph, 2 * from, 2 * to);
          if (level.singleRw()) {
            link(graph, 2 * from + 1, 2 * to);
          }
        }
        if (level.singleRw() && (kinds & DependencyKind.RW.bit()) != 0) {
          link(graph, 2 * from, 2 * to + 1);
        }
      }
    }
    List<Txn> smallest = List.of();
    for (Set<Integer> vertices :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      if (vertices.size() > 1) {
        List<Integer> numbers = vertices.stream().map(v -> v / 2).distinct().sorted().toList();
        if (smallest.isEmpty() || numbers.size() < smallest.size()) {
          smallest = numbers.stream().map(txns::get).toList();
        }
      }
    }
    return smallest;
  }

  private static void link(Graph<Integer, DefaultEdge> graph, int from, int to) {
    graph.addVertex(from);
    graph.addVertex(to);
    graph.addEdge(from, to);
  }
}
