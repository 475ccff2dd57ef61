package glomers.workbench.workload.kafka;

import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Each node gives offsets of its own and tells the others ten times per second, as a design with
 * watermarks does; but it shows what it has at once, though a lower offset may still come.
 */
final class ShowingTooEarly extends LogServer {
  private static final Duration TICK = Duration.ofMillis(100);

  record Entry(String key, long offset, long message) {}

  record Entries(List<Entry> entries) implements Body {}

  private final List<Entry> batch = new ArrayList<>();

  ShowingTooEarly(Node node) {
    super(node);
    node.onOneWay(
        Entries.class,
        request ->
            request.body().entries().forEach(e -> log(e.key()).put(e.offset(), e.message())));
    node.every(TICK, this::tell);
  }

  @Override
  long nextOffset(String key) {
    long free = super.nextOffset(key);
    return free + Math.floorMod(node.ids().indexOf(node.id()) - free, node.ids().size());
  }

  @Override
  void store(String key, long offset, long message) {
    super.store(key, offset, message);
    batch.add(new Entry(key, offset, message));
  }

  private void tell() {
    node.peers().forEach(peer -> node.send(peer, new Entries(List.copyOf(batch))));
    batch.clear();
  }
}
