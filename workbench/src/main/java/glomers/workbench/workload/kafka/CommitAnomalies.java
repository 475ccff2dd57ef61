package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import java.util.List;

/** Describes what {@link CommitRules} find. */
final class CommitAnomalies {
  private CommitAnomalies() {}

  static Anomaly invented(String key, long listed, Op answer) {
    return new Anomaly(
            Sentences.format(
                "Offset %d of key %s was listed as committed by %s; no client had asked to commit"
                    + " it.",
                listed, Edn.print(key), Sentences.at(answer)),
            answer)
        .about(List.of(listed))
        .with("key", key)
        .with("listed", (Object) listed)
        .with("op", answer);
  }

  static Anomaly behind(String key, long committed, Op poll, Long listed, Op answer) {
    return new Anomaly(
            Sentences.format(
                "The commit of offset %d of key %s was acknowledged by %s; later %s was listed by"
                    + " %s.",
                committed,
                Edn.print(key),
                Sentences.at(poll),
                listed == null ? "none" : "only offset " + listed,
                Sentences.at(answer)),
            poll,
            answer)
        .about(List.of(committed))
        .with("key", key)
        .with("committed", (Object) committed)
        .with("listed", (Object) listed)
        .with("ops", poll, answer);
  }
}
