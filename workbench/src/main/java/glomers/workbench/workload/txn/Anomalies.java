package glomers.workbench.workload.txn;

import glomers.workbench.checker.WorstCases;
import java.util.function.Supplier;

/** What is wrong with transactions: of each type the first cases. */
final class Anomalies extends WorstCases<AnomalyType, Anomaly> {
  private static final int SHOWN_MAX = 16;

  Anomalies() {
    super(AnomalyType.class, type -> SHOWN_MAX);
  }

  void add(Anomaly anomaly) {
    add(anomaly.type(), () -> anomaly);
  }

  /**
   * Adds a case.
   *
   * @param anomaly is asked only if the case is kept
   */
  void add(AnomalyType type, Supplier<Anomaly> anomaly) {
    add(type, 0, anomaly);
  }
}
