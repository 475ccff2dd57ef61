package glomers.workbench.workload.txn;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which Clojure goes through a set of lists of integers, by their hashes. Maelstrom's
 * choice among equally long lists depends on it.
 */
final class ClojureOrder {
  private static final int BITS_PER_LEVEL = 5;

  private ClojureOrder() {}

  /** The one that comes last. */
  static List<?> last(Collection<List<?>> lists) {
    return lists.stream()
        .max(Comparator.comparingLong(list -> Integer.toUnsignedLong(path(hash(list)))))
        .orElse(List.of());
  }

  /** The way through the set's tree: the lowest bits choose the branch of the root. */
  private static int path(int hash) {
    int path = 0;
    int shift = Integer.SIZE;
    for (int rest = hash; shift > 0; rest >>>= BITS_PER_LEVEL) {
      int bits = Math.min(BITS_PER_LEVEL, shift);
      shift -= bits;
      path |= (rest & ((1 << bits) - 1)) << shift;
    }
    return path;
  }

  private static int hash(List<?> list) {
    int hash = 1;
    for (Object element : list) {
      hash = 31 * hash + (element instanceof Number n ? hash(n.longValue()) : element.hashCode());
    }
    return finish(add(0, hash), list.size());
  }

  /** Murmur3 of eight bytes, as of a Long in Clojure. */
  private static int hash(long number) {
    return number == 0 ? 0 : finish(add(add(0, (int) number), (int) (number >>> 32)), Long.BYTES);
  }

  private static int add(int hash, int word) {
    int mixed = Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(hash ^ mixed, 13) * 5 + 0xe6546b64;
  }

  private static int finish(int hash, int length) {
    int h = hash ^ length;
    h = (h ^ h >>> 16) * 0x85ebca6b;
    h = (h ^ h >>> 13) * 0xc2b2ae35;
    return h ^ h >>> 16;
  }
}
