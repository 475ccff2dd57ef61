package glomers.kafka;

import glomers.node.Node;
import glomers.node.PerfectLinks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exchanges batches with all peers, ten times per second: what has been done here since the last
 * one, together with all that a peer has not acknowledged. A node that has nothing to tell is
 * silent.
 */
final class Replication {
  private static final Duration TICK = Duration.ofMillis(100);

  /** Those of some seconds. */
  private static final int BATCHES_PER_MESSAGE_MAX = 50;

  private final Node node;
  private final Logs logs;
  private final Stability stability;
  private final PerfectLinks<Batch> links;

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Long> commits = new LinkedHashMap<>();
  private final Map<String, Long> seen = new LinkedHashMap<>();

  /** Replication of one node, whose logs receive what the peers have done. */
  Replication(Node node, Logs logs) {
    this.node = node;
    this.logs = logs;
    this.stability = new Stability(node.id(), node.ids());
    this.links =
        new PerfectLinks<>(node, Changes.class, Changes::new, BATCHES_PER_MESSAGE_MAX, this::take);
    node.every(TICK, this::exchange);
  }

  /** Passes on a message that was appended here. */
  void appended(Entry entry) {
    entries.add(entry);
  }

  /** Passes on offsets that were committed here. */
  void committed(Map<String, Long> offsets) {
    offsets.forEach((key, offset) -> commits.merge(key, offset, Math::max));
  }

  private void exchange() {
    if (!entries.isEmpty() || !commits.isEmpty() || !seen.isEmpty()) {
      Batch batch =
          new Batch(List.copyOf(entries), new LinkedHashMap<>(commits), new LinkedHashMap<>(seen));
      entries.clear();
      commits.clear();
      seen.clear();
      links.broadcast(batch);
      settle(node.id(), batch);
    }
    links.flush();
  }

  private void take(String peer, Batch batch) {
    batch.entries().forEach(entry -> logs.log(entry.key()).put(entry.offset(), entry.msg()));
    logs.commit(batch.commits());
    settle(peer, batch);
    if (!batch.entries().isEmpty()) {
      seen.put(peer, stability.taken(peer));
    }
  }

  private void settle(String origin, Batch batch) {
    stability.take(origin, batch).forEach(entry -> logs.log(entry.key()).settle(entry.offset()));
  }
}
