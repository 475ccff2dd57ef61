package glomers.workbench.workload.txn;

import glomers.workbench.checker.Exhibit;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

  /** One comes before another, as it is told. */
  private record Step(Txn from, Txn to, Dependency.Reason reason) {
    /** Whether one step can stand for this one and the next: who ended before that, did so. */
    boolean leadsOn(Step next) {
      return reason.key() == null && reason.kind() == next.reason.kind();
    }
  }

  Anomaly toAnomaly() {
    List<Step> told = told();
    List<Dependency.Reason> why = told.stream().map(Step::reason).toList();
    List<Object> keys =
        reasons.stream().map(Dependency.Reason::key).filter(Objects::nonNull).toList();
    Anomaly anomaly =
        new Anomaly(spec.type(), names -> new CycleSentence(why, names).text()).with("cycle", txns);
    List<Txn> closed = new ArrayList<>(txns);
    closed.add(txns.get(0));
    anomaly
        .with("cycle", (Object) Anomaly.toEdn(closed))
        .with("steps", new Seq(steps()))
        .with("type", Keyword.of(spec.type().rule.name()))
        .naming(told.stream().map(Step::from).toList())
        .drawn(told.stream().map(Cycle::drawn).toList())
        .ofKeys(keys)
        .about(keys);
    return reasons.stream().anyMatch(Dependency.Reason::byFinalRead)
        ? anomaly.stricter("as the final reads show")
        : anomaly;
  }

  /**
   * The steps as they are told: those of time, or of a process, that follow each other are one. A
   * cycle that can begin anywhere begins with its oldest transaction.
   */
  private List<Step> told() {
    List<Step> told = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Step next = new Step(edges.get(i).from(), edges.get(i).to(), reasons.get(i));
      int last = told.size() - 1;
      if (last >= 0 && told.get(last).leadsOn(next)) {
        told.set(last, new Step(told.get(last).from(), next.to(), next.reason()));
      } else {
        told.add(next);
      }
    }
    if (told.stream().map(step -> step.reason().kind()).distinct().count() == 1) {
      Step oldest = Collections.min(told, Comparator.comparing(Cycle::begun));
      Collections.rotate(told, -told.indexOf(oldest));
    }
    return told;
  }

  private static long begun(Step step) {
    return step.from().invocation().index();
  }

  private static Exhibit.Edge drawn(Step step) {
    return new Exhibit.Edge(
        step.from().invocation(),
        step.to().invocation(),
        step.reason().kind().label(),
        Proofs.label(step.reason()));
  }

  private List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      steps.add(Proofs.edn(reasons.get(i), edges.get(i)));
    }
    return steps;
  }
}
