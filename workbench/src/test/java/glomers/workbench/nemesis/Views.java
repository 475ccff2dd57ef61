package glomers.workbench.nemesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One partition, as seen by a test.
 *
 * @param partitions for each receiver, the nodes whose messages do not reach it
 */
record Views(List<String> nodes, Map<String, Set<String>> partitions) {
  private static final int SEEDS = 30;

  static List<String> nodes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
  }

  static Views of(Split split, int count, long seed) {
    List<String> nodes = nodes(count);
    return new Views(nodes, split.partitions(nodes, new SplittableRandom(seed)));
  }

  /** Looks at many partitions of as many nodes. */
  static void each(Split split, int count, Consumer<Views> test) {
    for (long seed = 0; seed < SEEDS; seed++) {
      test.accept(of(split, count, seed));
    }
  }

  /** Looks at many partitions of 1 to 25 nodes. */
  static void each(Split split, Consumer<Views> test) {
    for (int count = 1; count <= 25; count++) {
      each(split, count, test);
    }
  }

  /** The nodes whose messages a node receives, itself among them. */
  Set<String> seenBy(String node) {
    Set<String> seen = new TreeSet<>(nodes);
    seen.removeAll(partitions.get(node));
    return seen;
  }

  List<Set<String>> all() {
    return nodes.stream().map(this::seenBy).toList();
  }

  /** The groups of nodes that see each other and nobody else; sorted by size. */
  List<Set<String>> sides() {
    List<Set<String>> sides = new ArrayList<>(all().stream().distinct().toList());
    sides.sort((one, other) -> one.size() - other.size());
    return sides;
  }

  boolean isSymmetric() {
    return nodes.stream()
        .allMatch(node -> seenBy(node).stream().allMatch(other -> seenBy(other).contains(node)));
  }
}
