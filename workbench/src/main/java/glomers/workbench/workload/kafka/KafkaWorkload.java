package glomers.workbench.workload.kafka;

import com.google.gson.JsonElement;
import glomers.protocol.Body;
import glomers.workbench.checker.Checker;
import glomers.workbench.edn.JsonValues;
import glomers.workbench.session.Session;
import glomers.workbench.session.Session.Rpc;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import glomers.workbench.workload.WorkloadType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Challenge 5: messages that are sent to a log are polled from it in order, and none is lost. */
public record KafkaWorkload(TestOptions options) implements Workload {
  /** The workload's type. */
  public static final WorkloadType TYPE =
      new WorkloadType(
          "kafka", "append-only logs: sends, polls, and committed offsets", KafkaWorkload::new);

  @Override
  public KafkaOp value(String f, Object edn) {
    return KafkaOp.of(f, edn);
  }

  @Override
  public Generator generator() {
    return new KafkaGenerator(options);
  }

  @Override
  public Session open(Rpc rpc) {
    return new KafkaSession(rpc);
  }

  @Override
  public Checker checker() {
    return new KafkaChecker();
  }

  /** The largest integer up to which JSON readers agree on all integers. */
  private static final long OFFSET_MAX = 1L << 53;

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

    Map<String, List<KafkaOp.Entry>> answer() {
      Map<String, List<KafkaOp.Entry>> answer = new LinkedHashMap<>();
      msgs.forEach(
          (key, pairs) -> {
            List<KafkaOp.Entry> entries = new ArrayList<>(pairs.size());
            pairs.forEach(pair -> entries.add(entry(pair)));
            answer.put(key, entries);
          });
      return answer;
    }

    private static KafkaOp.Entry entry(List<JsonElement> pair) {
      if (pair == null || pair.size() != 2 || !isInteger(JsonValues.of(pair.get(0)))) {
        throw new IllegalArgumentException(
            "messages must be pairs of an offset, an integer, and a message, not " + pair);
      }
      if (!(JsonValues.of(pair.get(0)) instanceof Long offset)) {
        throw outOfRange(pair.get(0));
      }
      requireOffset(offset);
      return new KafkaOp.Entry(offset, JsonValues.of(pair.get(1)));
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
      offsets.values().forEach(KafkaWorkload::requireOffset);
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
