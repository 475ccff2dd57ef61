package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.DUPLICATE;
import static glomers.workbench.workload.kafka.Anomaly.Type.INCONSISTENT_OFFSETS;
import static glomers.workbench.workload.kafka.Anomaly.Type.LOST_WRITE;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnOrder;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KeyLog.Message;
import glomers.workbench.workload.kafka.KeyLog.Placement;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The rules for a log: one message at each offset, each message once, and none of them lost. */
record LogRules(Anomaly.Cases anomalies) {
  void check(Timeline timeline) {
    for (KeyLog log : timeline.logs()) {
      log.placements()
          .forEach(
              (offset, there) -> {
                if (there.size() > 1) {
                  anomalies.add(
                      INCONSISTENT_OFFSETS, there.size(), () -> inconsistent(log, offset, there));
                }
              });
      for (Message message : log.messages()) {
        if (message.offsets.size() > 1) {
          anomalies.add(DUPLICATE, message.offsets.size(), () -> duplicate(log, message));
        }
      }
      lostWrites(log);
    }
  }

  private static Anomaly inconsistent(KeyLog log, long offset, List<Placement> there) {
    String claims =
        there.stream()
            .limit(Anomaly.LIST_MAX)
            .map(
                claim ->
                    Sentences.format(
                        "message %s according to %s",
                        Edn.print(claim.message().value), claim.witness().at()))
            .collect(Collectors.joining(", "));
    List<Object> values =
        there.stream()
            .map(claim -> claim.message().value)
            .sorted(EdnOrder.INSTANCE)
            .limit(Anomaly.LIST_MAX)
            .toList();
    return new Anomaly(
            Sentences.format(
                "Offset %d of key %s holds different messages: %s.",
                offset, Edn.print(log.key), claims),
            there.stream().limit(Anomaly.LIST_MAX).map(Placement::witness).toArray(Op[]::new))
        .about(values)
        .with("key", log.key)
        .with("offset", (Object) offset)
        .with("index", (Object) there.get(0).message().index)
        .with("values", values);
  }

  private static Anomaly duplicate(KeyLog log, Message message) {
    List<Long> shown = message.offsets.stream().limit(Anomaly.LIST_MAX).toList();
    String places =
        shown.stream()
            .map(
                offset -> "offset " + offset + " according to " + log.witness(offset, message).at())
            .collect(Collectors.joining(", "));
    return new Anomaly(
            Sentences.format(
                "%s is at %d offsets: %s.", message.atBeginning(), message.offsets.size(), places),
            shown.stream().map(offset -> log.witness(offset, message)).toArray(Op[]::new))
        .about(Collections.singletonList(message.value))
        .with("key", log.key)
        .with("value", message.value)
        .with("count", (Object) message.offsets.size())
        .with("offsets", shown);
  }

  /**
   * An acknowledged message of which all places are at or before one that was polled must have been
   * polled, too. Where a message that was polled is at several places, the first counts.
   */
  private void lostWrites(KeyLog log) {
    Message last =
        log.messages().stream()
            .filter(message -> message.okPoll != null)
            .max(Comparator.comparingInt(message -> message.firstIndex))
            .orElse(null);
    if (last == null) {
      return;
    }
    for (Message message : log.messages()) {
      if (message.okPoll == null
          && message.wasAcknowledged()
          && message.lastIndex <= last.firstIndex) {
        anomalies.add(LOST_WRITE, 0, () -> lostWrite(message, last));
      }
    }
  }

  private static Anomaly lostWrite(Message message, Message last) {
    return new Anomaly(
            Sentences.format(
                "%s was acknowledged by %s for offset %d, and no poll returned it, although %s"
                    + " returned message %s, at offset %d.",
                message.atBeginning(),
                message.sendCompletion.at(),
                message.offsets.get(0),
                last.okPoll.at(),
                Edn.print(last.value),
                last.offsets.get(0)),
            message.sendCompletion,
            last.okPoll)
        .about(Collections.singletonList(message.value))
        .with("key", message.key)
        .with("value", message.value)
        .with("index", (Object) message.firstIndex)
        .with("max-read-index", (Object) last.firstIndex)
        .with("writer", message.sendCompletion)
        .with("max-read", last.okPoll);
  }
}
