package glomers.broadcast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All values that a node has, by their origin and in its order, so that one number for each origin
 * tells which values are here: a version vector (Parker et al. 1983).
 *
 * <p>Origins must be incarnations of known nodes, named {@code n0-…}; each node may have at most
 * {@link #INCARNATIONS_MAX}. Values of another origin are dropped: messages must not make the
 * version vector grow without bound.
 */
final class UpdateLog {
  /** The most values that one message carries. */
  static final int VALUES_MAX = 1_000;

  /** The values of a node that restarts more often than this are dropped. */
  static final int INCARNATIONS_MAX = 128;

  /** Origins whose windows may be full at the same time: the more the values out of order. */
  static final int WINDOWS_MAX = 16;

  private final Map<String, OriginLog> logs = new TreeMap<>();
  private final Map<String, Integer> incarnations = new HashMap<>();
  private final int valuesMax;
  private final int window;
  private int outOfOrder;

  /** An empty log of values of these nodes. */
  UpdateLog(List<String> nodeIds) {
    this(nodeIds, VALUES_MAX, OriginLog.WINDOW);
  }

  /**
   * An empty log with other limits.
   *
   * @param valuesMax the most values that one message carries
   * @param window how far ahead of the next value of an origin another may be
   */
  UpdateLog(List<String> nodeIds, int valuesMax, int window) {
    this.valuesMax = valuesMax;
    this.window = window;
    nodeIds.forEach(id -> incarnations.put(id, 0));
  }

  /** Adds a value of this node's own. */
  void append(String origin, int value) {
    OriginLog log = log(origin);
    log.add(log.nextSequence(), value, true);
  }

  /** Adds the values that are new. Returns them. */
  List<Integer> add(Batch batch) {
    List<Integer> added = new ArrayList<>();
    if (batch.sequence() < 0 || !accepts(batch.origin())) {
      return added;
    }
    OriginLog log = log(batch.origin());
    int sequence = batch.sequence();
    for (int value : batch.values()) {
      outOfOrder -= log.outOfOrder();
      if (log.add(sequence++, value, outOfOrder + log.outOfOrder() < WINDOWS_MAX * window)) {
        added.add(value);
      }
      outOfOrder += log.outOfOrder();
    }
    return added;
  }

  private boolean accepts(String origin) {
    if (logs.containsKey(origin)) {
      return true;
    }
    String node = origin.substring(0, Math.max(0, origin.lastIndexOf('-')));
    Integer count = incarnations.get(node);
    if (count == null || count == INCARNATIONS_MAX) {
      return false;
    }
    incarnations.put(node, count + 1);
    return true;
  }

  private OriginLog log(String origin) {
    return logs.computeIfAbsent(origin, name -> new OriginLog(window));
  }

  /** An origin's values from this sequence number on, in batches that fit in a message each. */
  List<Batch> since(String origin, int sequence) {
    OriginLog log = log(origin);
    List<Batch> batches = new ArrayList<>();
    for (int next = sequence; next < log.nextSequence(); next += valuesMax) {
      int end = Math.min(log.nextSequence(), next + valuesMax);
      batches.add(new Batch(origin, next, log.values(next, end)));
    }
    return batches;
  }

  /** For each origin, the next sequence number: all values below it are here. */
  Map<String, Integer> versionVector() {
    Map<String, Integer> vector = new TreeMap<>();
    logs.forEach((origin, log) -> vector.put(origin, log.nextSequence()));
    return vector;
  }

  /** Whether a value has arrived although one before it, from the same origin, has not. */
  boolean hasGap() {
    return logs.values().stream().anyMatch(OriginLog::hasGap);
  }

  /** Whether a node with this version vector has values that are not here. */
  boolean isBehind(Map<String, Integer> versionVector) {
    for (Map.Entry<String, Integer> entry : versionVector.entrySet()) {
      OriginLog log = logs.get(entry.getKey());
      if (entry.getValue() > (log == null ? 0 : log.nextSequence())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The values between two version vectors, as the batches of one message or several.
   *
   * @param to not ahead of this log's own version vector
   */
  List<List<Batch>> delta(Map<String, Integer> from, Map<String, Integer> to) {
    List<List<Batch>> messages = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    int room = valuesMax;
    for (Map.Entry<String, Integer> entry : to.entrySet()) {
      int next = Math.max(0, from.getOrDefault(entry.getKey(), 0));
      while (next < entry.getValue()) {
        int end = Math.min(entry.getValue(), next + room);
        batches.add(new Batch(entry.getKey(), next, logs.get(entry.getKey()).values(next, end)));
        room -= end - next;
        next = end;
        if (room == 0) {
          messages.add(batches);
          batches = new ArrayList<>();
          room = valuesMax;
        }
      }
    }
    if (!batches.isEmpty()) {
      messages.add(batches);
    }
    return messages;
  }
}
