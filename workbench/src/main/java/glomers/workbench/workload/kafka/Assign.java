package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Keyword;
import glomers.workbench.workload.Divisible;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the logs that a client polls from now on.
 *
 * @param keys the logs
 * @param seekToBeginning whether to poll all of them from the first offset, not from where the
 *     client, or what is committed, stands
 * @param committed the committed offsets that the node listed, by key; null without an answer
 */
public record Assign(List<String> keys, boolean seekToBeginning, Map<String, Long> committed)
    implements KafkaOp, Divisible<String> {
  private static final Keyword KEYS = Keyword.of("keys");
  private static final Keyword SEEK = Keyword.of("seek-to-beginning?");
  private static final Keyword COMMITTED = Keyword.of("committed");

  /** Keeps its own copies. */
  public Assign {
    keys = List.copyOf(keys);
    committed =
        committed == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(committed));
  }

  /** Asks to go on polling these logs from where the client, or what is committed, stands. */
  public static Assign request(List<String> keys) {
    return new Assign(keys, false, null);
  }

  /** Asks to poll these logs from the first offset. */
  public static Assign fromBeginning(List<String> keys) {
    return new Assign(keys, true, null);
  }

  @Override
  public List<String> parts() {
    return keys;
  }

  @Override
  public Assign with(List<String> fewer) {
    return new Assign(fewer, seekToBeginning, committed);
  }

  /** The same, answered with these committed offsets. */
  public Assign answered(Map<String, Long> listed) {
    return new Assign(keys, seekToBeginning, listed);
  }

  @Override
  public Object toEdn() {
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    edn.put(KEYS, keys);
    if (seekToBeginning) {
      edn.put(SEEK, true);
    }
    if (committed != null) {
      edn.put(COMMITTED, committed);
    }
    return edn;
  }

  static Assign of(Object value) {
    Map<?, ?> edn = (Map<?, ?>) value;
    List<String> keys = ((List<?>) edn.get(KEYS)).stream().map(String.class::cast).toList();
    Map<String, Long> committed = null;
    if (edn.get(COMMITTED) instanceof Map<?, ?> listed) {
      committed = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : listed.entrySet()) {
        committed.put((String) entry.getKey(), ((Number) entry.getValue()).longValue());
      }
    }
    return new Assign(keys, Boolean.TRUE.equals(edn.get(SEEK)), committed);
  }
}
