package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Keyword;
import java.util.Arrays;
import java.util.List;

/**
 * Appends a message to a log.
 *
 * @param key the log
 * @param message a value of EDN that is no list
 * @param offset where it was put; null if that is unknown
 */
public record Send(String key, Object message, Long offset) implements KafkaOp {
  /** The same, put at this offset. */
  public Send at(long place) {
    return new Send(key, message, place);
  }

  @Override
  public Object toEdn() {
    Object sent = offset == null ? message : new LogEntry(offset, message).toEdn();
    return List.of(Arrays.asList(Keyword.of("send"), key, sent));
  }

  static Send of(Object value) {
    List<?> step = (List<?>) ((List<?>) value).get(0);
    String key = (String) step.get(1);
    if (step.get(2) instanceof List<?> pair) {
      LogEntry entry = LogEntry.of(pair);
      return new Send(key, entry.message(), entry.offset());
    }
    return new Send(key, step.get(2), null);
  }
}
