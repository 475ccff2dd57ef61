package glomers.workbench.workload.txn;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A cycle of transactions, each of which comes before the next, and the last before the first. */
final class Cycle {
  private final CycleSpec spec;
  private final List<Dependency> edges;
  private final List<Dependency.Reason> reasons = new ArrayList<>();
  private final List<Txn> txns = new ArrayList<>();

  Cycle(CycleSpec spec, List<Dependency> edges) {
    this.spec = spec;
    this.edges = edges;
    for (int i = 0; i < edges.size(); i++) {
      int wanted = i == 0 ? spec.start() : spec.path();
      Dependency.Reason reason = edges.get(i).reason(wanted);
      reasons.add(reason == null ? edges.get(i).reason(DependencyKind.RW.bit()) : reason);
      txns.add(edges.get(i).from());
    }
  }

  Anomaly toAnomaly() {
    List<Object> keys =
        reasons.stream().map(Dependency.Reason::key).filter(Objects::nonNull).toList();
    Anomaly anomaly =
        new Anomaly(spec.type(), names -> new CycleSentence(told(reasons), names).text())
            .with("cycle", txns);
    List<Txn> closed = new ArrayList<>(txns);
    closed.add(txns.get(0));
    anomaly
        .with("cycle", (Object) Anomaly.toEdn(closed))
        .with("steps", new Seq(steps()))
        .with("type", Keyword.of(spec.type().rule.name()))
        .naming(told(txns))
        .drawn(drawnEdges())
        .ofKeys(keys)
        .about(keys);
    return reasons.stream().anyMatch(Dependency.Reason::byFinalRead)
        ? anomaly.stricter("as the final reads show")
        : anomaly;
  }

  /** In the order in which it is told: a cycle that can begin anywhere begins with its oldest. */
  private <T> List<T> told(List<T> parts) {
    List<T> told = new ArrayList<>(parts);
    if (reasons.stream().map(Dependency.Reason::kind).distinct().count() == 1) {
      int oldest = 0;
      for (int i = 1; i < edges.size(); i++) {
        oldest = begun(i) < begun(oldest) ? i : oldest;
      }
      Collections.rotate(told, -oldest);
    }
    return told;
  }

  private long begun(int i) {
    return txns.get(i).invocation().index();
  }

  private List<Exhibit.Edge> drawnEdges() {
    List<Exhibit.Edge> drawn = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Dependency edge = edges.get(i);
      Dependency.Reason reason = reasons.get(i);
      drawn.add(
          new Exhibit.Edge(
              edge.from().invocation(),
              edge.to().invocation(),
              reason.kind().label(),
              Proofs.label(reason)));
    }
    return drawn;
  }

  private List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      steps.add(Proofs.edn(reasons.get(i), edges.get(i)));
    }
    return steps;
  }
}
