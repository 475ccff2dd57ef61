package glomers.kafka;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All logs, by their keys, and how far each was committed. */
final class Logs {
  private final Map<String, Log> logs = new HashMap<>();
  private final Map<String, Long> committed = new HashMap<>();

  /** The log of a key; an empty one if it is new. */
  Log log(String key) {
    return logs.computeIfAbsent(key, none -> new Log());
  }

  PollOk poll(Poll request) {
    Map<String, List<List<Long>>> messages = new LinkedHashMap<>();
    request
        .offsets()
        .forEach(
            (key, offset) -> {
              Log log = logs.get(key);
              List<List<Long>> pairs = log == null ? List.of() : log.from(offset);
              if (!pairs.isEmpty()) {
                messages.put(key, pairs);
              }
            });
    return new PollOk(messages);
  }

  /** Raises committed offsets: a slow client must not take back what a faster one has committed. */
  void commit(Map<String, Long> offsets) {
    offsets.forEach((key, offset) -> committed.merge(key, offset, Math::max));
  }

  ListCommittedOffsetsOk list(ListCommittedOffsets request) {
    Map<String, Long> offsets = new LinkedHashMap<>();
    for (String key : request.keys()) {
      if (committed.containsKey(key)) {
        offsets.put(key, committed.get(key));
      }
    }
    return new ListCommittedOffsetsOk(offsets);
  }
}
