package glomers.workbench.workload.txn;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Keyword;
import glomers.workbench.time.Deadline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for cycles in the graph. Of each component it tells first, in linear time, which levels
 * have cycles at all; then it looks for the shortest cycle of each type that can be there and that
 * no type found before implies.
 */
record CycleAnalysis(
    DependencyGraph graph,
    Set<AnomalyType> prohibited,
    Deadline deadline,
    Anomaly.Cases anomalies) {
  /** How many transactions show that there is a cycle. */
  private static final int SHOWN_MAX = 16;

  private static final int ALL_KINDS = DependencyKind.mask(DependencyKind.values());

  /**
   * Looks for what is prohibited, and only if there is any of it, or of other anomalies, for all
   * else.
   */
  void run() {
    int kinds = 0;
    for (CycleLevel level : CycleLevel.ALL) {
      kinds |= prohibited.contains(level.type()) ? level.fullMask() : 0;
    }
    for (CycleSpec spec : CycleSpec.ALL) {
      kinds |= prohibited.contains(spec.type()) ? spec.fullMask() : 0;
    }
    if (!isBad() && graph.components(kinds).isEmpty()) {
      return;
    }
    List<ComponentSearch> searches = new ArrayList<>();
    for (List<Txn> txns : graph.components(ALL_KINDS)) {
      ComponentSearch search = new ComponentSearch(new Component(graph, txns));
      search.findLevels();
      searches.add(search);
    }
    searches.forEach(search -> search.findCycles(prohibited));
    if (isBad()) {
      searches.forEach(search -> search.findCycles(EnumSet.allOf(AnomalyType.class)));
    }
  }

  private boolean isBad() {
    return anomalies.types().stream().anyMatch(prohibited::contains);
  }

  private final class ComponentSearch {
    private final Component component;
    private final Set<CycleLevel> cyclic = new LinkedHashSet<>();
    private final Set<AnomalyType> done = EnumSet.noneOf(AnomalyType.class);
    private boolean timedOut;

    ComponentSearch(Component component) {
      this.component = component;
    }

    void findLevels() {
      Set<ConsistencyModel> ruledOut = EnumSet.noneOf(ConsistencyModel.class);
      for (CycleLevel level : CycleLevel.ALL) {
        if (ruledOut.contains(level.model())) {
          cyclic.add(level); // it holds the cycle of a weaker level
          continue;
        }
        List<Txn> smallest = component.smallestWithin(level);
        if (!smallest.isEmpty()) {
          cyclic.add(level);
          anomalies.add(level.type(), () -> exists(level, smallest));
          for (ConsistencyModel model : ConsistencyModel.values()) {
            if (model.implies(level.model())) {
              ruledOut.add(model);
            }
          }
        }
      }
    }

    private Anomaly exists(CycleLevel level, List<Txn> smallest) {
      List<Object> subgraph = new ArrayList<>();
      subgraph.add(Keyword.of("union"));
      level.dependencies().forEach(kind -> subgraph.add(Keyword.of(kind.label())));
      Set<Object> indices = new LinkedHashSet<>();
      smallest.forEach(txn -> indices.add(txn.completion().index()));
      Anomaly anomaly =
          new Anomaly(
              level.type(),
              names ->
                  Sentences.format(
                      "Among %,d transactions, %s one of them, there is a cycle that %s does not"
                          + " allow: each must have come before the next, and the last before the"
                          + " first.",
                      smallest.size(), names.get(0), level.model().friendlyName()));
      return anomaly
          .naming(smallest.subList(0, 1))
          .with("type", Keyword.of(level.type().rule.name()))
          .with("not", Keyword.of(level.model().friendlyName()))
          .with(
              "subgraph",
              level.singleRw()
                  ? (Object) List.of(Keyword.of("extension"), subgraph, Keyword.of("rw"))
                  : subgraph)
          .with("scc-size", (Object) smallest.size())
          .with("scc", (Object) indices)
          .shownBy(smallest.subList(0, Math.min(smallest.size(), SHOWN_MAX)));
    }

    /** Looks for cycles of these types that were not looked for yet. */
    void findCycles(Set<AnomalyType> types) {
      if (timedOut) {
        return;
      }
      CycleSearch search = new CycleSearch(component, deadline);
      for (CycleSpec spec : CycleSpec.ALL) {
        if (types.contains(spec.type()) && isPossible(spec) && done.add(spec.type())) {
          try {
            List<Dependency> cycle = search.shortest(spec);
            if (!cycle.isEmpty()) {
              anomalies.add(spec.type(), () -> new Cycle(spec, cycle).toAnomaly());
              done.addAll(Implications.of(spec.type()));
            }
          } catch (AnalysisLimitException e) {
            timedOut = true;
            anomalies.add(AnomalyType.CYCLE_SEARCH_TIMEOUT, () -> timeout(spec));
            return;
          }
        }
      }
    }

    /** Whether each level that would hold such a cycle has cycles. */
    private boolean isPossible(CycleSpec spec) {
      return CycleLevel.ALL.stream()
          .filter(level -> (spec.fullMask() & ~level.fullMask()) == 0)
          .filter(level -> !level.singleRw() || (spec.path() & DependencyKind.RW.bit()) == 0)
          .allMatch(cyclic::contains);
    }

    private Anomaly timeout(CycleSpec spec) {
      return new Anomaly(
              AnomalyType.CYCLE_SEARCH_TIMEOUT,
              Sentences.format(
                  "The search for %s among %,d transactions did not end within %s s; raise"
                      + " --analysis-limit.",
                  spec.type().rule.name(), component.size(), deadline.limit().toMillis() / 1e3))
          .with("type", Keyword.of("cycle-search-timeout"))
          .with("anomaly-spec-type", Keyword.of(spec.type().rule.name()))
          .with("scc-size", (Object) component.size());
    }
  }
}
