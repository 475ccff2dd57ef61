package glomers.workbench.workload.register;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginnings and ends of operations, in order. Each operation that must have taken effect has a
 * slot to itself from its beginning to its end. Those that may have, at any time from their
 * beginning on, are gathered by what they do: two of a kind differ only in when they began, so that
 * the earlier one always serves as well as the later.
 */
final class Timetable {
  /**
   * An operation that ends.
   *
   * @param slot its bit in {@link Configuration#done}
   */
  record Pending(RegisterOp op, int slot) {}

  /**
   * An end.
   *
   * @param pending the operations that have begun and not ended before it, the ending one first
   * @param available how many optional operations of each kind have begun before it
   */
  record End(List<Pending> pending, int[] available) {
    Pending ending() {
      return pending.get(0);
    }
  }

  private record Edge(long index, boolean isEnd, RegisterOp op) {}

  private final List<End> ends = new ArrayList<>();
  private final List<Transition> kinds = new ArrayList<>();
  private int slots;

  Timetable(List<RegisterOp> ops) {
    List<Edge> edges = new ArrayList<>();
    Map<Transition, Integer> kindOf = new LinkedHashMap<>();
    for (RegisterOp op : ops) {
      edges.add(new Edge(op.invocation().index(), false, op));
      if (op.isOptional()) {
        kindOf.putIfAbsent(op.step(), kindOf.size());
      } else {
        edges.add(new Edge(op.completion().index(), true, op));
      }
    }
    edges.sort(Comparator.comparingLong(Edge::index));
    kinds.addAll(kindOf.keySet());
    walk(edges, kindOf);
  }

  private void walk(List<Edge> edges, Map<Transition, Integer> kindOf) {
    Map<Long, Pending> pending = new LinkedHashMap<>(); // by the invocation's index
    Deque<Integer> free = new ArrayDeque<>();
    int[] available = new int[kinds.size()];
    for (Edge edge : edges) {
      RegisterOp op = edge.op();
      if (op.isOptional()) {
        available[kindOf.get(op.step())]++;
      } else if (!edge.isEnd()) {
        int slot = free.isEmpty() ? slots++ : free.pop();
        pending.put(op.invocation().index(), new Pending(op, slot));
      } else {
        Pending ending = pending.remove(op.invocation().index());
        List<Pending> all = new ArrayList<>(pending.size() + 1);
        all.add(ending);
        all.addAll(pending.values());
        ends.add(new End(all, available.clone()));
        free.push(ending.slot());
      }
    }
  }

  /** All ends, in order: the events that a search must explain. */
  List<End> ends() {
    return ends;
  }

  /** The step of each kind of optional operation. */
  List<Transition> kinds() {
    return kinds;
  }

  /** How many words of bits the slots take. */
  int words() {
    return Math.max(1, slots + 63 >> 6);
  }
}
