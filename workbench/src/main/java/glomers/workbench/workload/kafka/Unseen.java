package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnOrder;
import glomers.workbench.edn.Keyword;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KeyLog.Message;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Acknowledged messages that no poll returned until the end. Maelstrom holds these against a node,
 * too, although a poll need not return the newest messages: in the end there is time enough.
 */
final class Unseen {
  private final Timeline timeline;
  private final Map<String, List<Message>> byKey = new LinkedHashMap<>();

  Unseen(Timeline timeline) {
    this.timeline = timeline;
    for (KeyLog log : timeline.logs()) {
      List<Message> unseen =
          log.messages().stream()
              .filter(message -> message.wasAcknowledged() && message.okPoll == null)
              .sorted(Comparator.comparing(message -> message.value, EdnOrder.INSTANCE))
              .toList();
      if (!unseen.isEmpty()) {
        byKey.put(log.key, unseen);
      }
    }
  }

  void report(Anomaly.Cases anomalies) {
    byKey.forEach(
        (key, unseen) ->
            anomalies.add(Anomaly.Type.UNSEEN, unseen.size(), () -> anomaly(key, unseen)));
  }

  private static Anomaly anomaly(String key, List<Message> unseen) {
    return new Anomaly(
            Sentences.format(
                unseen.size() == 1
                    ? "%d acknowledged message of key %s is in no poll: %s."
                    : "%d acknowledged messages of key %s are in no poll: %s.",
                unseen.size(),
                Edn.print(key),
                Message.list(unseen)),
            unseen.stream()
                .limit(Anomaly.LIST_MAX)
                .map(message -> message.sendCompletion)
                .toArray(Op[]::new))
        .about(unseen.stream().map(message -> message.value).toList());
  }

  /**
   * As results show it: how many messages of which key, and which; at the time of the last ok send
   * or poll, in nanoseconds.
   */
  Map<Keyword, Object> toEdn() {
    Map<String, Object> counts = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    byKey.forEach(
        (key, unseen) -> {
          counts.put(key, unseen.size());
          messages.put(
              key,
              new Seq(
                  unseen.stream().limit(Anomaly.LIST_MAX).map(message -> message.value).toList()));
        });
    return Edn.map("time", lastTimeNanos(), "unseen", counts, "messages", messages);
  }

  private long lastTimeNanos() {
    return timeline.events().stream()
        .filter(event -> event.isOk() && !(event.what() instanceof Assign))
        .mapToLong(event -> event.completion().timeNanos())
        .max()
        .orElse(0);
  }
}
