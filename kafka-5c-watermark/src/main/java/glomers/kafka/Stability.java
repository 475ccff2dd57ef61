package glomers.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Finds out which messages are stable, that is, on all nodes.
 *
 * <p>A message is stable here when each node has told, in a batch of its own, that it has the
 * message. That node gives only higher offsets in this log from then on; all that it gave before is
 * in its batches up to this one, which have been taken in their order. So whatever will come to be
 * below a stable message is here already.
 */
final class Stability {
  private final String self;
  private final MatrixClock clock;

  /** Of each node, its batches that are not stable yet. */
  private final Map<String, Queue<Batch>> unstable = new LinkedHashMap<>();

  Stability(String self, List<String> nodes) {
    this.self = self;
    this.clock = new MatrixClock(nodes);
    nodes.forEach(node -> unstable.put(node, new ArrayDeque<>()));
  }

  /** How many batches of this node have been taken. */
  long taken(String origin) {
    return clock.get(self, origin);
  }

  /** Takes the next batch of a node, and gives the messages that are stable now. */
  List<Entry> take(String origin, Batch batch) {
    long number = taken(origin) + 1;
    unstable.get(origin).add(batch);
    clock.raise(self, origin, number);
    clock.raise(origin, origin, number);
    batch.seen().forEach((other, batches) -> clock.raise(origin, other, batches));
    List<Entry> stable = new ArrayList<>();
    unstable.forEach(
        (node, batches) -> {
          while (taken(node) - batches.size() < clock.stable(node)) {
            stable.addAll(batches.remove().entries());
          }
        });
    return stable;
  }
}
