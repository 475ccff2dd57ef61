package glomers.workbench.workload.txn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers what is wrong: of each type the first cases, as a history may hold any number. */
final class Anomalies {
  private static final int SHOWN_MAX = 16;

  private final Map<AnomalyType, List<Anomaly>> byType = new EnumMap<>(AnomalyType.class);
  private final Map<AnomalyType, Long> counts = new EnumMap<>(AnomalyType.class);

  void add(Anomaly anomaly) {
    add(anomaly.type(), () -> anomaly);
  }

  /**
   * Adds a case.
   *
   * @param anomaly is asked only if the case is kept
   */
  void add(AnomalyType type, Supplier<Anomaly> anomaly) {
    counts.merge(type, 1L, Long::sum);
    List<Anomaly> cases = byType.computeIfAbsent(type, t -> new ArrayList<>());
    if (cases.size() < SHOWN_MAX) {
      cases.add(anomaly.get());
    }
  }

  /** The types of which there are cases, the most important first. */
  Set<AnomalyType> types() {
    return byType.keySet();
  }

  /** How many cases of a type are not among those of {@link #of}. */
  long others(AnomalyType type) {
    return counts.getOrDefault(type, 0L) - of(type).size();
  }

  List<Anomaly> of(AnomalyType type) {
    return byType.getOrDefault(type, List.of());
  }
}
