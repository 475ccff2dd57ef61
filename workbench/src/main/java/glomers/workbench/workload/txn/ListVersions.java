package glomers.workbench.workload.txn;

import glomers.workbench.checker.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order of each list's versions, which its reads tell: the longest list read holds the elements
 * in the order in which they were appended. An element that was never read comes after these. If
 * the longest lists contradict each other, there is no such order: strictly, what each of them
 * tells holds; Maelstrom takes one of them.
 */
final class ListVersions {
  /** The facts known of one list. */
  static final class KeyVersions {
    final Object key;

    /** Each list that was read, and who read it first. */
    final Map<List<?>, Txn> states = new LinkedHashMap<>();

    /** The elements in the order of their appends. */
    List<Object> order = List.of();

    /** Other lists that are as long as the longest one. */
    private List<List<?>> rivals = List.of();

    final Map<Object, Integer> positions = new HashMap<>();

    /** By the last element of what they read, null for the empty list, who read it. */
    final Map<Object, List<Txn>> readers = new HashMap<>();

    private KeyVersions(Object key) {
      this.key = key;
    }

    /** The place of an element in the order; behind all others if it was never read. */
    int position(Object element) {
      return positions.getOrDefault(element, order.size());
    }

    /** The elements before this one, by each of the longest lists; null stands for none. */
    Set<Object> before(Object element) {
      int position = position(element);
      Set<Object> before = new LinkedHashSet<>();
      before.add(position == 0 ? null : order.get(position - 1));
      for (List<?> rival : rivals) {
        int there = rival.indexOf(element);
        before.add(
            there < 0 ? rival.get(rival.size() - 1) : there == 0 ? null : rival.get(there - 1));
      }
      return before;
    }

    private void settle(Rules rules) {
      int length = states.keySet().stream().mapToInt(List::size).max().orElse(0);
      List<List<?>> all = new ArrayList<>();
      states.keySet().stream().filter(list -> list.size() == length).forEach(all::add);
      List<?> longest = rules == Rules.MAELSTROM ? ClojureOrder.last(all) : first(all);
      if (rules == Rules.STRICT) {
        rivals = all.subList(Math.min(1, all.size()), all.size());
      }
      order = new ArrayList<>(new LinkedHashSet<>(longest));
      for (int i = 0; i < order.size(); i++) {
        positions.put(order.get(i), i);
      }
    }

    private static List<?> first(List<List<?>> lists) {
      return lists.isEmpty() ? List.of() : lists.get(0);
    }

    /** Two states, neither of which is a prefix of the other; empty if there are none. */
    List<List<?>> incompatible() {
      List<List<?>> byLength = new ArrayList<>(states.keySet());
      byLength.sort(Comparator.comparingInt(List::size));
      for (int i = 1; i < byLength.size(); i++) {
        List<?> shorter = byLength.get(i - 1);
        List<?> longer = byLength.get(i);
        if (!longer.subList(0, shorter.size()).equals(shorter)) {
          return List.of(shorter, longer);
        }
      }
      return List.of();
    }
  }

  private final Map<Object, KeyVersions> byKey = new LinkedHashMap<>();

  ListVersions(List<Txn> txns, Rules rules) {
    for (Txn txn : txns) {
      if (txn.isOk()) {
        txn.ops().stream().filter(MicroOp::isRead).forEach(read -> add(txn, read));
      }
    }
    byKey.values().forEach(versions -> versions.settle(rules));
  }

  private void add(Txn reader, MicroOp read) {
    KeyVersions versions = of(read.key());
    List<?> list = read.list();
    Object last = list.isEmpty() ? null : list.get(list.size() - 1);
    List<Txn> readers = versions.readers.computeIfAbsent(last, e -> new ArrayList<>(2));
    if (readers.isEmpty() || readers.get(readers.size() - 1) != reader) {
      readers.add(reader);
    }
    if (!list.isEmpty()) {
      versions.states.putIfAbsent(list, reader);
    }
  }

  KeyVersions of(Object key) {
    return byKey.computeIfAbsent(key, KeyVersions::new);
  }

  Iterable<KeyVersions> all() {
    return byKey.values();
  }

  /** Whether an element in the order of some list was written by nobody. */
  boolean hasPhantom(WriteIndex writes) {
    return byKey.values().stream()
        .anyMatch(
            versions ->
                versions.order.stream()
                    .anyMatch(element -> writes.of(versions.key, element) == null));
  }

  /** The elements that are in a list more than once, each once. */
  static Set<Object> duplicates(List<?> list) {
    Set<Object> seen = new HashSet<>();
    Set<Object> duplicates = new LinkedHashSet<>();
    for (Object element : list) {
      if (!seen.add(element)) {
        duplicates.add(element);
      }
    }
    return duplicates;
  }
}
