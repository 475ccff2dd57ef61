package glomers.workbench.workload.txn;

import static glomers.workbench.workload.txn.AnomalyType.DIVERGENT_FINAL_READS;
import static glomers.workbench.workload.txn.AnomalyType.LOST_WRITE;

import glomers.workbench.checker.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The state that the nodes read in the end, when all faults are healed and the nodes have had time
 * to exchange messages: all must read the same, with every acknowledged write. Maelstrom makes no
 * such reads.
 */
final class FinalState {
  private final DataType type;

  /** What a transaction read of one key. */
  private record Read(Txn txn, MicroOp op) {}

  /** By key and node, what the node read last. */
  private final Map<Object, Map<String, Read>> reads = new LinkedHashMap<>();

  private final List<String> silentNodes = new ArrayList<>();
  private final Map<Object, Object> agreed = new LinkedHashMap<>();

  /**
   * The final reads of these nodes.
   *
   * @param nodes each of them must have read every key; none if there were no final reads
   */
  FinalState(DataType type, List<Txn> txns, List<String> nodes) {
    this.type = type;
    for (Txn txn : txns) {
      for (MicroOp op : txn.isFinal() ? txn.ops() : List.<MicroOp>of()) {
        Map<String, Read> ofKey = reads.computeIfAbsent(op.key(), k -> new TreeMap<>());
        if (txn.isOk() && op.isRead()) {
          ofKey.put(txn.node(), new Read(txn, op));
        }
      }
    }
    for (String node : nodes) {
      if (reads.isEmpty() || reads.values().stream().anyMatch(each -> !each.containsKey(node))) {
        silentNodes.add(node);
      }
    }
  }

  /** The nodes that left a key unread. */
  List<String> silentNodes() {
    return silentNodes;
  }

  /**
   * The values that all nodes read in the end, by key; without keys that were never written, or
   * that differ.
   */
  Map<Object, Object> agreed() {
    return silentNodes.isEmpty() ? agreed : Map.of();
  }

  void check(WriteIndex writes, Anomaly.Cases anomalies) {
    reads.forEach(
        (key, byNode) -> {
          List<Object> different = byNode.values().stream().map(this::value).distinct().toList();
          if (different.size() > 1) {
            anomalies.add(DIVERGENT_FINAL_READS, () -> divergent(key, byNode));
          } else if (!byNode.isEmpty()) {
            Read example = byNode.values().iterator().next();
            Object value = value(example);
            checkLost(example, writes, anomalies);
            if (value != null) {
              agreed.put(key, value);
            }
          }
        });
  }

  private Object value(Read read) {
    return type == DataType.RW_REGISTER ? read.op.value() : read.op.list();
  }

  private void checkLost(Read read, WriteIndex writes, Anomaly.Cases anomalies) {
    Object value = value(read);
    writes
        .of(read.op.key())
        .forEach(
            (written, write) -> {
              boolean lost =
                  type == DataType.RW_REGISTER
                      ? value == null
                      : !((List<?>) value).contains(written);
              if (lost && write.txn().isOk()) {
                anomalies.add(LOST_WRITE, () -> lost(read, written, write.txn()));
              }
            });
  }

  private static Anomaly divergent(Object key, Map<String, Read> byNode) {
    Map<String, Object> values = new TreeMap<>();
    byNode.forEach((node, read) -> values.put(node, read.op.value()));
    String first = values.keySet().iterator().next();
    String other =
        values.keySet().stream()
            .filter(node -> !Objects.equals(values.get(node), values.get(first)))
            .findFirst()
            .orElse(first);
    return new Anomaly(
            DIVERGENT_FINAL_READS,
            Sentences.format(
                "In the end %s reads key %s as %s, and %s as %s.",
                first,
                Text.value(key),
                Text.value(values.get(first)),
                other,
                Text.value(values.get(other))))
        .about(List.of(key))
        .ofKeys(List.of(key))
        .with("key", key)
        .with("values", values)
        .shownBy(List.of(byNode.get(first).txn, byNode.get(other).txn));
  }

  private Anomaly lost(Read read, Object written, Txn writer) {
    Object key = read.op.key();
    Object value = value(read);
    return new Anomaly(
            LOST_WRITE,
            names ->
                Text.say(
                    names.get(0)
                        + " wrote %s to key %s and was acknowledged, but in the end all nodes read"
                        + " the key as %s.",
                    written,
                    key,
                    value))
        .naming(List.of(writer))
        .ofKeys(List.of(key))
        .about(List.of(written))
        .with("key", key)
        .with("value", written)
        .with("final", value)
        .with("txns", List.of(writer, read.txn));
  }
}
