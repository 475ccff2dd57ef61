package glomers.workbench.workload.txn;

import java.util.List;
import java.util.Map;

/** The dependencies between transactions that write registers and read them. */
record RegisterDependencies(DependencyGraph graph, Anomaly.Cases anomalies) {
  /**
   * Adds them.
   *
   * @param finalValues by key, what all nodes read in the end; without keys of which that is
   *     unknown
   */
  void add(RegisterIndex index, Map<Object, Object> finalValues) {
    for (RegisterIndex.Register register : index.all()) {
      register.readers.forEach(
          (value, readers) -> {
            Txn writer = register.writers.get(value);
            if (writer != null) {
              readers.forEach(
                  reader ->
                      graph.add(writer, reader, DependencyKind.WR, register.key, value, value));
            }
          });
      VersionOrder order = new VersionOrder(register, finalValues.get(register.key), anomalies);
      order.steps().forEach(step -> add(register, step));
    }
  }

  private void add(RegisterIndex.Register register, VersionOrder.Link step) {
    Txn overwriter = register.writers.get(step.to());
    if (overwriter == null) {
      return; // a phantom, or the write of a transaction that aborted
    }
    Txn writer = step.from() == null ? null : register.writers.get(step.from());
    if (writer != null) {
      graph.add(writer, overwriter, reason(DependencyKind.WW, register, step));
    }
    List<Txn> readers = register.readers.getOrDefault(step.from(), List.of());
    readers.forEach(
        reader -> graph.add(reader, overwriter, reason(DependencyKind.RW, register, step)));
  }

  private static Dependency.Reason reason(
      DependencyKind kind, RegisterIndex.Register register, VersionOrder.Link step) {
    return new Dependency.Reason(kind, register.key, step.from(), step.to(), step.byFinalRead());
  }
}
