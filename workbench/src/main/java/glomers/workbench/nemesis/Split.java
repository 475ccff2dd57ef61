package glomers.workbench.nemesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The shapes of a partition, those that Jepsen chooses from. */
public enum Split {
  /** One node alone, all others together. */
  ONE,
  /** Less than a third of the nodes on one side, the others on the other. */
  MINORITY_THIRD,
  /** A minority on one side, the majority on the other. */
  MAJORITY,
  /** Each node sees a majority, and no two see the same. */
  MAJORITIES_RING;

  /** The name as histories show it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * For each receiver, the nodes whose messages to it are dropped. Sorted, and drawn from this
   * source of randomness only.
   */
  public Map<String, Set<String>> partitions(List<String> nodes, RandomGenerator random) {
    List<String> shuffled = shuffle(nodes, random);
    int count = nodes.size();
    return switch (this) {
      case ONE -> twoSides(shuffled, 1);
      case MINORITY_THIRD -> twoSides(shuffled, (count - 1) / 3);
      case MAJORITY -> twoSides(shuffled, count / 2);
      case MAJORITIES_RING ->
          count <= 5 ? MajoritiesRing.perfect(shuffled) : MajoritiesRing.any(shuffled, random);
    };
  }

  private static Map<String, Set<String>> twoSides(List<String> nodes, int firstCount) {
    int first = Math.min(firstCount, nodes.size());
    Set<String> one = new LinkedHashSet<>(nodes.subList(0, first));
    Set<String> other = new LinkedHashSet<>(nodes.subList(first, nodes.size()));
    Map<String, Set<String>> partitions = new TreeMap<>();
    one.forEach(node -> partitions.put(node, other));
    other.forEach(node -> partitions.put(node, one));
    return partitions;
  }

  /** In random order. */
  static List<String> shuffle(List<String> nodes, RandomGenerator random) {
    List<String> shuffled = new ArrayList<>(nodes);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }
}
