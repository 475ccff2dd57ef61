package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Keyword;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what is next in the logs that a client is assigned to.
 *
 * @param answer the entries returned, by key; empty if there were none, null without an answer
 */
public record Poll(Map<String, List<LogEntry>> answer) implements KafkaOp {
  private static final Keyword POLL = Keyword.of("poll");

  /** A poll that was not answered yet. */
  public static final Poll REQUEST = new Poll(null);

  /** Keeps its own copy. */
  public Poll {
    answer = answer == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(answer));
  }

  @Override
  public Object toEdn() {
    if (answer == null) {
      return List.of(List.of(POLL));
    }
    Map<String, Object> edn = new LinkedHashMap<>();
    answer.forEach((key, entries) -> edn.put(key, entries.stream().map(LogEntry::toEdn).toList()));
    return List.of(List.of(POLL, edn));
  }

  static Poll of(Object value) {
    List<?> step = (List<?>) ((List<?>) value).get(0);
    if (step.size() < 2) {
      return REQUEST;
    }
    Map<String, List<LogEntry>> answer = new LinkedHashMap<>();
    ((Map<?, ?>) step.get(1))
        .forEach(
            (key, pairs) -> {
              List<LogEntry> entries = new ArrayList<>();
              ((List<?>) pairs).forEach(pair -> entries.add(LogEntry.of((List<?>) pair)));
              answer.put((String) key, entries);
            });
    return new Poll(answer);
  }

  /** The entries returned, by key, without keys that came with none. */
  public Map<String, List<LogEntry>> messages() {
    if (answer == null) {
      return Map.of();
    }
    Map<String, List<LogEntry>> messages = new LinkedHashMap<>(answer);
    messages.values().removeIf(List::isEmpty);
    return messages;
  }

  /** The offsets that the client commits afterwards: the highest polled one of each key. */
  public Map<String, Long> commits() {
    Map<String, Long> commits = new LinkedHashMap<>();
    messages().forEach((key, entries) -> commits.put(key, highestOffset(entries)));
    return commits;
  }

  /** The highest offset; −1 if there are no entries. */
  static long highestOffset(List<LogEntry> entries) {
    long highest = -1;
    for (LogEntry entry : entries) {
      highest = Math.max(highest, entry.offset());
    }
    return highest;
  }
}
