package glomers.workbench.workload.kafka;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The known ends of the logs, from operations that were ok, and how far the logs were polled. */
final class LogEnds {
  private final Map<String, Long> known = new LinkedHashMap<>();
  private final Map<String, Long> sent = new LinkedHashMap<>();
  private final Map<String, Long> polled = new LinkedHashMap<>();
  private final Set<String> unseen = new LinkedHashSet<>();

  void observe(KafkaOp ok) {
    if (ok instanceof Send send) {
      sent.merge(send.key(), send.offset(), Math::max);
      update(send.key(), send.offset());
    } else if (ok instanceof Poll poll) {
      poll.commits()
          .forEach(
              (key, offset) -> {
                polled.merge(key, offset, Math::max);
                update(key, offset);
              });
    }
  }

  private void update(String key, long offset) {
    known.merge(key, offset, Math::max);
    if (sent.getOrDefault(key, -1L) > polled.getOrDefault(key, -1L)) {
      unseen.add(key);
    } else {
      unseen.remove(key);
    }
  }

  /** The logs that were sent to beyond what any client has polled. */
  List<String> unseen() {
    return List.copyOf(unseen);
  }

  /** The highest offset known of each log. */
  Map<String, Long> known() {
    return new LinkedHashMap<>(known);
  }
}
