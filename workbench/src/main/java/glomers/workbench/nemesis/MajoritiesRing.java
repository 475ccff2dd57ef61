package glomers.workbench.nemesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Partitions with overlapping majorities: each node sees a majority, but no two the same. */
final class MajoritiesRing {
  private MajoritiesRing() {}

  /** Puts the nodes in a ring; each sees its neighbours on both sides. */
  static Map<String, Set<String>> perfect(List<String> ring) {
    int count = ring.size();
    int majority = count / 2 + 1;
    Map<String, Set<String>> partitions = new TreeMap<>();
    for (int start = 0; start < count; start++) {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < majority; i++) {
        seen.add(ring.get((start + i) % count));
      }
      partitions.put(ring.get((start + majority / 2) % count), without(ring, seen));
    }
    return partitions;
  }

  /**
   * For any number of nodes: adds links between the least connected nodes that have none to each
   * other, until each node sees a majority.
   */
  static Map<String, Set<String>> any(List<String> nodes, RandomGenerator random) {
    int majority = nodes.size() / 2 + 1;
    Map<String, Set<String>> links = new TreeMap<>();
    nodes.forEach(node -> links.put(node, new LinkedHashSet<>(Set.of(node))));
    while (true) {
      List<String> byDegree = new ArrayList<>(Split.shuffle(nodes, random));
      byDegree.sort(Comparator.comparingInt(node -> links.get(node).size()));
      String least = byDegree.get(0);
      if (links.get(least).size() >= majority) {
        break;
      }
      String partner =
          byDegree.stream()
              .filter(node -> !links.get(least).contains(node))
              .findFirst()
              .orElseThrow();
      links.get(least).add(partner);
      links.get(partner).add(least);
    }
    Map<String, Set<String>> partitions = new TreeMap<>();
    links.forEach((node, seen) -> partitions.put(node, without(nodes, seen)));
    return partitions;
  }

  private static Set<String> without(List<String> nodes, Set<String> seen) {
    Set<String> rest = new LinkedHashSet<>(nodes);
    rest.removeAll(seen);
    return rest;
  }
}
