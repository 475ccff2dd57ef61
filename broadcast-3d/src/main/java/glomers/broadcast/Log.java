package glomers.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All values that a node has, by the node that was told them first and in its order. What another
 * node lacks can then be said by one number for each origin, however many values there are.
 */
final class Log {
  /** More values than this are not sent in one message. */
  static final int VALUES_MAX = 1_000;

  private final Map<String, Run> runs = new TreeMap<>();

  /** Adds a value at the end of an origin's. */
  void append(String origin, int value) {
    Run run = run(origin);
    run.add(run.size(), value);
  }

  /** Adds what is new in a batch, and returns it. */
  List<Integer> add(Batch batch) {
    Run run = run(batch.origin());
    List<Integer> added = new ArrayList<>();
    for (int i = 0; i < batch.values().size(); i++) {
      if (run.add(batch.from() + i, batch.values().get(i))) {
        added.add(batch.values().get(i));
      }
    }
    return added;
  }

  /** An origin's values from this place on, up to a gap, in batches that fit in a message each. */
  List<Batch> from(String origin, int place) {
    Run run = run(origin);
    List<Batch> batches = new ArrayList<>();
    for (int next = place; next < run.size(); next += VALUES_MAX) {
      int end = Math.min(run.size(), next + VALUES_MAX);
      batches.add(new Batch(origin, next, run.values(next, end)));
    }
    return batches;
  }

  private Run run(String origin) {
    return runs.computeIfAbsent(origin, name -> new Run());
  }

  /** Of each origin, how many values are here without a gap. */
  Map<String, Integer> have() {
    Map<String, Integer> have = new TreeMap<>();
    runs.forEach((origin, run) -> have.put(origin, run.size()));
    return have;
  }

  /** Whether values are here that come after others which are not. */
  boolean hasGap() {
    return runs.values().stream().anyMatch(Run::hasGap);
  }

  /** Whether somebody who has this much has something that is not here. */
  boolean lacks(Map<String, Integer> have) {
    for (Map.Entry<String, Integer> entry : have.entrySet()) {
      Run run = runs.get(entry.getKey());
      if (entry.getValue() > (run == null ? 0 : run.size())) {
        return true;
      }
    }
    return false;
  }

  /** What lies between two states, in messages of bounded size; all of it must be here. */
  List<Share> between(Map<String, Integer> from, Map<String, Integer> to) {
    List<Share> shares = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    int room = VALUES_MAX;
    for (Map.Entry<String, Integer> entry : to.entrySet()) {
      int next = from.getOrDefault(entry.getKey(), 0);
      while (next < entry.getValue()) {
        int end = Math.min(entry.getValue(), next + room);
        batches.add(new Batch(entry.getKey(), next, runs.get(entry.getKey()).values(next, end)));
        room -= end - next;
        next = end;
        if (room == 0) {
          shares.add(new Share(batches, true));
          batches = new ArrayList<>();
          room = VALUES_MAX;
        }
      }
    }
    if (!batches.isEmpty()) {
      shares.add(new Share(batches, true));
    }
    return shares;
  }
}
