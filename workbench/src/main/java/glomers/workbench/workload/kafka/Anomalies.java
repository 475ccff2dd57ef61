package glomers.workbench.workload.kafka;

import glomers.workbench.checker.WorstCases;

/** What is wrong with logs. */
final class Anomalies extends WorstCases<AnomalyType, Anomaly> {
  Anomalies() {
    super(AnomalyType.class, type -> type.shownMax);
  }
}
