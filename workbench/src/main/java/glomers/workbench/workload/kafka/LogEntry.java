package glomers.workbench.workload.kafka;

import java.util.Arrays;
import java.util.List;

/**
 * A message at its place in a log.
 *
 * @param offset from 0
 * @param message a value of EDN
 */
public record LogEntry(long offset, Object message) {
  /** As histories hold it: {@code [offset message]}. */
  public List<Object> toEdn() {
    return Arrays.asList(offset, message);
  }

  static LogEntry of(List<?> pair) {
    return new LogEntry(((Number) pair.get(0)).longValue(), pair.get(1));
  }
}
