package glomers.workbench.workload.kafka;

import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where one client stands in the logs: the offsets that it asks for in its next poll. The client
 * keeps these, and the checker works them out again from the history. Empty for a new client.
 */
public final class Positions {
  private Map<String, Long> next = new LinkedHashMap<>();

  /** The next offset of each log assigned; a view. */
  public Map<String, Long> next() {
    return Collections.unmodifiableMap(next);
  }

  /**
   * Starts each of these logs at 0 if told so; else where it stood, else at the committed offset
   * itself, not behind it, else at 0. All other logs are forgotten.
   *
   * @param assign with the answer, unless it seeks to the beginning
   */
  public void assign(Assign assign) {
    Map<String, Long> committed = assign.committed() == null ? Map.of() : assign.committed();
    Map<String, Long> assigned = new LinkedHashMap<>();
    for (String key : assign.keys()) {
      Long own = assign.seekToBeginning() ? Long.valueOf(0) : next.get(key);
      assigned.put(key, own != null ? own : committed.getOrDefault(key, 0L));
    }
    next = assigned;
  }

  /** Steps behind the last message of each log in the answer, also of logs not asked for. */
  public void advance(Map<String, List<Entry>> answer) {
    answer.forEach((key, entries) -> next.merge(key, Poll.highestOffset(entries) + 1, Math::max));
  }
}
