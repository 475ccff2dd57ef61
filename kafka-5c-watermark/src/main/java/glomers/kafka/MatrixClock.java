package glomers.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many batches of each node each node is known to have: a version vector for each of them (Wuu
 * and Bernstein 1984).
 */
final class MatrixClock {
  private final Map<String, Map<String, Long>> vectors = new TreeMap<>();

  MatrixClock(List<String> nodes) {
    for (String node : nodes) {
      vectors.put(node, new TreeMap<>());
      nodes.forEach(origin -> vectors.get(node).put(origin, 0L));
    }
  }

  /** How many batches of the origin the node is known to have. */
  long get(String node, String origin) {
    return vectors.get(node).get(origin);
  }

  /** The node is known to have so many batches of the origin. */
  void raise(String node, String origin, long batches) {
    vectors.get(node).computeIfPresent(origin, (key, before) -> Math.max(before, batches));
  }

  /** How many batches of the origin all nodes are known to have. */
  long stable(String origin) {
    return vectors.values().stream().mapToLong(vector -> vector.get(origin)).min().orElseThrow();
  }
}
