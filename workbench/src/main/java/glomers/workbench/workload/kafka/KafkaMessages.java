package glomers.workbench.workload.kafka;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.edn.JsonValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages between clients and nodes. */
final class KafkaMessages {
  /** The largest integer up to which JSON readers agree on all integers. */
  private static final long OFFSET_MAX = 1L << 53;

  private KafkaMessages() {}

  record Send(String key, long msg) implements Body {}

  record SendOk(long offset) implements Body {
    SendOk {
      requireOffset(offset);
    }
  }

  record Poll(Map<String, Long> offsets) implements Body {}

  /** The messages of each key: pairs of an offset and a message. */
  record PollOk(Map<String, List<List<JsonElement>>> msgs) implements Body {
    PollOk {
      msgs.values().forEach(pairs -> pairs.forEach(PollOk::entry));
    }

    Map<String, List<LogEntry>> answer() {
      Map<String, List<LogEntry>> answer = new LinkedHashMap<>();
      msgs.forEach(
          (key, pairs) -> {
            List<LogEntry> entries = new ArrayList<>(pairs.size());
            pairs.forEach(pair -> entries.add(entry(pair)));
            answer.put(key, entries);
          });
      return answer;
    }

    private static LogEntry entry(List<JsonElement> pair) {
      if (pair == null || pair.size() != 2 || !isInteger(JsonValues.of(pair.get(0)))) {
        throw new IllegalArgumentException(
            "messages must be pairs of an offset, an integer, and a message, not " + pair);
      }
      if (!(JsonValues.of(pair.get(0)) instanceof Long offset)) {
        throw outOfRange(pair.get(0));
      }
      requireOffset(offset);
      return new LogEntry(offset, JsonValues.of(pair.get(1)));
    }

    private static boolean isInteger(Object value) {
      return value instanceof Long || value instanceof BigInteger;
    }
  }

  record CommitOffsets(Map<String, Long> offsets) implements Body {}

  record CommitOffsetsOk() implements Body {}

  record ListCommittedOffsets(List<String> keys) implements Body {}

  record ListCommittedOffsetsOk(Map<String, Long> offsets) implements Body {
    ListCommittedOffsetsOk {
      offsets.values().forEach(KafkaMessages::requireOffset);
    }
  }

  private static void requireOffset(long offset) {
    if (offset < 0 || offset > OFFSET_MAX) {
      throw outOfRange(offset);
    }
  }

  private static IllegalArgumentException outOfRange(Object offset) {
    return new IllegalArgumentException(
        "offsets must be from 0 to 2^53 = " + OFFSET_MAX + ", but one is " + offset);
  }
}
