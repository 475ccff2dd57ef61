package glomers.broadcast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All values that a node has, by their origin and in its order, so that one number for each origin
 * tells which values are here: a version vector (Parker et al. 1983).
 */
final class UpdateLog {
  /** The most values that one message carries. */
  static final int VALUES_MAX = 1_000;

  /** Values of further origins are dropped: the version vector must not grow without bound. */
  static final int ORIGINS_MAX = 1_000;

  /** Further values out of order are dropped, and are fetched by anti-entropy later. */
  static final int OUT_OF_ORDER_MAX = 65_536;

  private record Position(String origin, int sequence) {}

  private final Map<String, List<Integer>> logs = new TreeMap<>();
  private final Map<Position, Integer> outOfOrder = new HashMap<>();

  /** Adds a value of this node's own. */
  void append(String origin, int value) {
    logs.computeIfAbsent(origin, name -> new ArrayList<>()).add(value);
  }

  /** Adds what is new, and returns the values without a gap before them: only they are shown. */
  List<Integer> add(Batch batch) {
    if (!logs.containsKey(batch.origin()) && logs.size() >= ORIGINS_MAX) {
      return List.of();
    }
    List<Integer> log = logs.computeIfAbsent(batch.origin(), name -> new ArrayList<>());
    int before = log.size();
    int sequence = batch.sequence();
    for (int value : batch.values()) {
      Position position = new Position(batch.origin(), sequence++);
      if (position.sequence() > log.size() && outOfOrder.size() < OUT_OF_ORDER_MAX) {
        outOfOrder.put(position, value);
      } else if (position.sequence() == log.size()) {
        for (Integer next = value; next != null; ) { // and those after it that are here already
          log.add(next);
          next = outOfOrder.remove(new Position(batch.origin(), log.size()));
        }
      }
    }
    return List.copyOf(log.subList(before, log.size()));
  }

  /** An origin's values from this sequence number on, in batches that fit in a message each. */
  List<Batch> since(String origin, int sequence) {
    return batches(origin, sequence, logs.getOrDefault(origin, List.of()).size());
  }

  private List<Batch> batches(String origin, int from, int to) {
    List<Batch> batches = new ArrayList<>();
    for (int next = Math.max(0, from); next < to; next += VALUES_MAX) {
      int end = Math.min(to, next + VALUES_MAX);
      batches.add(new Batch(origin, next, List.copyOf(logs.get(origin).subList(next, end))));
    }
    return batches;
  }

  /** For each origin, the next sequence number: all values below it are here. */
  Map<String, Integer> versionVector() {
    Map<String, Integer> vector = new TreeMap<>();
    logs.forEach((origin, log) -> vector.put(origin, log.size()));
    return vector;
  }

  /** Whether a value has arrived although one before it, from the same origin, has not. */
  boolean hasGap() {
    return !outOfOrder.isEmpty();
  }

  /** Forgets values with a gap before them. A node that has all before them sends them again. */
  void forgetOutOfOrder() {
    outOfOrder.clear();
  }

  /** Whether a node with this version vector has values that are not here. */
  boolean isBehind(Map<String, Integer> theirs) {
    return theirs.keySet().stream()
        .anyMatch(origin -> theirs.get(origin) > logs.getOrDefault(origin, List.of()).size());
  }

  /** The values between two version vectors, in messages; the second is one of this log. */
  List<List<Batch>> delta(Map<String, Integer> from, Map<String, Integer> to) {
    List<Batch> delta = new ArrayList<>();
    to.forEach((origin, end) -> delta.addAll(batches(origin, from.getOrDefault(origin, 0), end)));
    return messages(delta);
  }

  /** These batches, divided among messages of bounded size; as a rule one is enough. */
  static List<List<Batch>> messages(List<Batch> batches) {
    List<List<Batch>> messages = new ArrayList<>();
    int room = -1;
    for (Batch batch : batches) {
      room -= batch.values().size();
      if (room < 0) {
        room = VALUES_MAX - batch.values().size();
        messages.add(new ArrayList<>());
      }
      messages.get(messages.size() - 1).add(batch);
    }
    return messages;
  }
}
