package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * A directed graph that is large and most likely without cycles: it grows fast, and tells soon
 * whether it has any. Two vertices may have several edges.
 *
 * @param <V> the vertices
 * @param <E> the labels of the edges
 */
final class Digraph<V, E> {
  private static final class Vertex<V, E> {
    final V value;
    final List<Edge<V, E>> outgoing = new ArrayList<>(2);

    /** How many edges lead here, but for those of vertices that were removed. */
    int incoming;

    Vertex(V value) {
      this.value = value;
    }
  }

  private record Edge<V, E>(Vertex<V, E> to, E label) {}

  private final Map<V, Vertex<V, E>> vertices = new LinkedHashMap<>();

  boolean isEmpty() {
    return vertices.isEmpty();
  }

  /** Adds an edge, and its ends unless they are there. */
  void add(V from, V to, E label) {
    vertex(from).outgoing.add(new Edge<>(vertex(to), label));
  }

  private Vertex<V, E> vertex(V value) {
    return vertices.computeIfAbsent(value, Vertex::new);
  }

  /** Calls this for each edge from a vertex, with its other end and its label. */
  void outgoing(V from, BiConsumer<V, E> action) {
    vertices.get(from).outgoing.forEach(edge -> action.accept(edge.to().value, edge.label()));
  }

  /**
   * The vertices that are left when those that no edge leads to are removed, again and again (Kahn
   * 1962), and the edges between them; empty if the graph has no cycles.
   *
   * @param counts chooses the edges by their labels; others count as not there
   */
  Graph<V, DefaultEdge> withoutEarliest(Predicate<E> counts) {
    Graph<V, DefaultEdge> rest = new SimpleDirectedGraph<>(DefaultEdge.class);
    if (removeEarliest(counts) < vertices.size()) {
      for (Vertex<V, E> from : vertices.values()) {
        for (Edge<V, E> edge : from.outgoing) {
          if (from.incoming > 0 && counts.test(edge.label())) {
            rest.addVertex(from.value);
            rest.addVertex(edge.to().value);
            rest.addEdge(from.value, edge.to().value);
          }
        }
      }
    }
    return rest;
  }

  boolean hasCycle() {
    return removeEarliest(label -> true) < vertices.size();
  }

  /** How many vertices go; those that stay have incoming edges. */
  private int removeEarliest(Predicate<E> counts) {
    vertices.values().forEach(vertex -> vertex.incoming = 0);
    for (Vertex<V, E> vertex : vertices.values()) {
      for (Edge<V, E> edge : vertex.outgoing) {
        edge.to().incoming += counts.test(edge.label()) ? 1 : 0;
      }
    }
    List<Vertex<V, E>> removed = new ArrayList<>(vertices.size());
    for (Vertex<V, E> vertex : vertices.values()) {
      if (vertex.incoming == 0) {
        removed.add(vertex);
      }
    }
    for (int i = 0; i < removed.size(); i++) { // it grows meanwhile
      for (Edge<V, E> edge : removed.get(i).outgoing) {
        if (counts.test(edge.label()) && --edge.to().incoming == 0) {
          removed.add(edge.to());
        }
      }
    }
    return removed.size();
  }
}
