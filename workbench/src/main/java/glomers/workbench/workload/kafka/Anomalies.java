package glomers.workbench.workload.kafka;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Gathers what is wrong: of each type the number of cases, and the worst of them. A history may
 * hold one for every message polled; memory stays bounded.
 */
final class Anomalies {
  private record Case(long severity, long sequence, Anomaly anomaly) {}

  private static final Comparator<Case> WORST_FIRST =
      Comparator.comparingLong(Case::severity).reversed().thenComparingLong(Case::sequence);

  private static final class OfType {
    private final PriorityQueue<Case> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    private long count;

    void add(long severity, int max, Supplier<Anomaly> anomaly) {
      count++;
      if (worst.size() < max || worst.element().severity < severity) {
        worst.add(new Case(severity, count, anomaly.get()));
        if (worst.size() > max) {
          worst.remove();
        }
      }
    }
  }

  private final Map<AnomalyType, OfType> byType = new EnumMap<>(AnomalyType.class);

  /**
   * Adds a case.
   *
   * @param severity of cases of a type those with the highest are kept, the first of equal ones
   * @param anomaly is asked only if the case is kept for now
   */
  void add(AnomalyType type, long severity, Supplier<Anomaly> anomaly) {
    byType.computeIfAbsent(type, t -> new OfType()).add(severity, type.shownMax, anomaly);
  }

  /** The types of which there are cases, the most important first. */
  List<AnomalyType> types() {
    return List.copyOf(byType.keySet());
  }

  /** How many cases there are of a type. */
  long count(AnomalyType type) {
    return byType.get(type).count;
  }

  /** The worst cases of a type, the worst first. */
  List<Anomaly> worst(AnomalyType type) {
    return byType.get(type).worst.stream().sorted(WORST_FIRST).map(Case::anomaly).toList();
  }
}
