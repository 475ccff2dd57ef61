package glomers.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A log: messages at rising offsets, with holes. Each node gives offsets of its own, those that
 * leave the same remainder when divided by the number of nodes, and each above all that it knows: a
 * logical clock per log (Lamport 1978).
 *
 * <p>A message is shown once it is <em>stable</em>, that is on all nodes, and so are all messages
 * at lower offsets. The lowest offset that is not stable is the watermark.
 */
final class Log {
  /** The most messages that one poll gets: a reply must not grow with the log. */
  private static final int MESSAGES_PER_POLL_MAX = 1_000;

  private final NavigableMap<Long, Long> messages = new TreeMap<>();
  private final NavigableSet<Long> unstable = new TreeSet<>();

  /** Appends a message, and gives its offset; {@code node} is the place of this node, from 0. */
  long append(long message, int node, int nodes) {
    long free = messages.isEmpty() ? 0 : messages.lastKey() + 1;
    long offset = free + Math.floorMod(node - free, nodes);
    put(offset, message);
    return offset;
  }

  /** Takes over a message that another node has appended. */
  void put(long offset, long message) {
    messages.put(offset, message);
    unstable.add(offset);
  }

  /** All nodes have the message at this offset now. */
  void settle(long offset) {
    unstable.remove(offset);
  }

  /** The lowest offset that some node may lack: what stands below it here is on all nodes. */
  private long watermark() {
    return unstable.isEmpty() ? Long.MAX_VALUE : unstable.first();
  }

  /** The first messages from an offset on that may be shown: pairs of an offset and a message. */
  List<List<Long>> from(long offset) {
    List<List<Long>> pairs = new ArrayList<>();
    long end = watermark();
    for (Map.Entry<Long, Long> entry : messages.tailMap(offset).entrySet()) {
      if (entry.getKey() >= end || pairs.size() == MESSAGES_PER_POLL_MAX) {
        break;
      }
      pairs.add(List.of(entry.getKey(), entry.getValue()));
    }
    return pairs;
  }
}
