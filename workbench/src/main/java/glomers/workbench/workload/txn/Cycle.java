package glomers.workbench.workload.txn;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A cycle of transactions, each of which comes before the next, and the last before the first. */
final class Cycle {
  private final CycleSpec spec;
  private final List<Dependency> edges;
  private final List<Dependency.Reason> reasons = new ArrayList<>();
  private final Map<Txn, String> names = new LinkedHashMap<>();

  Cycle(CycleSpec spec, List<Dependency> edges) {
    this.spec = spec;
    this.edges = edges;
    for (int i = 0; i < edges.size(); i++) {
      int wanted = i == 0 ? spec.start() : spec.path();
      Dependency.Reason reason = edges.get(i).reason(wanted);
      reasons.add(reason == null ? edges.get(i).reason(DependencyKind.RW.bit()) : reason);
      names.put(edges.get(i).from(), "T" + (i + 1));
    }
  }

  Anomaly toAnomaly() {
    List<Txn> txns = new ArrayList<>(names.keySet());
    Anomaly anomaly = new Anomaly(spec.type(), proof()).with("cycle", txns);
    List<Txn> closed = new ArrayList<>(txns);
    closed.add(txns.get(0));
    anomaly
        .with("cycle", (Object) Anomaly.toEdn(closed))
        .with("steps", new Seq(steps()))
        .with("type", Keyword.of(spec.type().rule.name()))
        .with(exhibit())
        .about(reasons.stream().map(Dependency.Reason::key).filter(Objects::nonNull).toList());
    return reasons.stream().anyMatch(Dependency.Reason::byFinalRead)
        ? anomaly.stricter("as the final reads show")
        : anomaly;
  }

  /** Why it is a cycle, in words. */
  private String proof() {
    List<String> steps = new ArrayList<>();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      String from = names.get(edges.get(i).from());
      String to = names.get(edges.get(i).to());
      steps.add(Proofs.step(reasons.get(i), from, to));
      order.add(from + " must come before " + to);
    }
    List<String> who = new ArrayList<>();
    names.forEach((txn, name) -> who.add(name + ": " + txn.describe()));
    return String.join("; ", steps)
        + ". So "
        + String.join(", ", order)
        + ": a cycle. "
        + String.join("; ", who)
        + ".";
  }

  private Exhibit exhibit() {
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
    return new Exhibit.Transactions(drawn);
  }

  private List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      steps.add(Proofs.edn(reasons.get(i), edges.get(i)));
    }
    return steps;
  }
}
