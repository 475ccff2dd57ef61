package glomers.workbench.workload.txn;

import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/**
 * The known part of the order of one register's versions. The initial version, without a value, is
 * first; a transaction that reads a version and writes another writes a later one; and the version
 * that all nodes read in the end is the last.
 */
final class VersionOrder {
  /**
   * One version comes before another.
   *
   * @param from null for nothing
   * @param byFinalRead whether only final reads show it
   */
  record Link(Object from, Object to, boolean byFinalRead) {}

  private final RegisterIndex.Register register;
  private final List<Link> steps = new ArrayList<>();

  /**
   * The order of a register's versions; without those of its sources that make it cyclic.
   *
   * @param last what all nodes read in the end; null if unknown
   */
  VersionOrder(RegisterIndex.Register register, Object last, Anomaly.Cases anomalies) {
    this.register = register;
    Set<Object> versions = register.versions();
    if (last != null) {
      versions.add(last);
    }
    List<Link> initial = new ArrayList<>();
    versions.forEach(version -> initial.add(new Link(null, version, false)));
    steps.addAll(initial);

    List<Link> updates = new ArrayList<>();
    register.updates.forEach(
        (from, written) ->
            written.forEach(
                to -> {
                  if (from != null) {
                    updates.add(new Link(from, to, false));
                  }
                }));
    add(updates, List.of("initial-state", "wfr-keys"), anomalies);

    List<Link> finals = new ArrayList<>();
    if (last != null) {
      register.writers.keySet().stream()
          .filter(version -> !version.equals(last))
          .forEach(version -> finals.add(new Link(version, last, true)));
      add(finals, List.of("initial-state", "wfr-keys", "final-reads"), anomalies);
    }
  }

  private void add(List<Link> more, List<String> sources, Anomaly.Cases anomalies) {
    List<Link> all = new ArrayList<>(steps);
    all.addAll(more);
    all.removeIf(step -> step.from() == null || step.from().equals(step.to()));
    Set<Object> cycle = hasCycle(all) ? cycle(all) : Set.of();
    if (cycle.isEmpty()) {
      steps.addAll(more);
    } else {
      anomalies.add(AnomalyType.CYCLIC_VERSIONS, () -> cyclic(cycle, sources));
    }
  }

  /** Whether there is any; few histories have one, and the search for it takes long. */
  private static boolean hasCycle(List<Link> steps) {
    Digraph<Object, Link> graph = new Digraph<>();
    steps.forEach(step -> graph.add(step.from(), step.to(), step));
    return graph.hasCycle();
  }

  private static Set<Object> cycle(List<Link> steps) {
    Graph<Object, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
    for (Link step : steps) {
      graph.addVertex(step.from());
      graph.addVertex(step.to());
      graph.addEdge(step.from(), step.to());
    }
    for (Set<Object> component :
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
      if (component.size() > 1) {
        return new LinkedHashSet<>(component);
      }
    }
    return Set.of();
  }

  private Anomaly cyclic(Set<Object> cycle, List<String> sources) {
    boolean byFinalReads = sources.contains("final-reads");
    List<Object> versions = new ArrayList<>(cycle);
    Anomaly anomaly =
        new Anomaly(
                AnomalyType.CYCLIC_VERSIONS,
                Text.say(
                        "Of key %s each of the values %s comes before the others, as the transactions"
                            + " tell that read one and wrote another",
                        register.key, versions)
                    + (byFinalReads ? ", and the final reads." : "."))
            .about(versions)
            .shownBy(versions.stream().map(register.writers::get).filter(Objects::nonNull).toList())
            .with("key", register.key)
            .with("scc", cycle)
            .with("sources", (Object) sources.stream().map(Keyword::of).toList());
    return byFinalReads ? anomaly.stricter("as the final reads show") : anomaly;
  }

  List<Link> steps() {
    return steps;
  }
}
