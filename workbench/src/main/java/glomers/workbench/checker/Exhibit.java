package glomers.workbench.checker;

import glomers.workbench.history.Op;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The parts of a finding that a report draws, besides the entries that it rests on. */
public sealed interface Exhibit {
  /**
   * Transactions.
   *
   * @param named those that the sentence names, in this order
   * @param keys what it is about
   * @param edges which must come before which; in a cycle each before the next, and the last before
   *     the first
   */
  record Transactions(List<Named> named, List<Object> keys, List<Edge> edges) implements Exhibit {
    /** Keeps its own copies. */
    public Transactions {
      named = List.copyOf(named);
      keys = List.copyOf(keys);
      edges = List.copyOf(edges);
    }
  }

  /**
   * A transaction that a sentence names.
   *
   * @param name such as {@code T1}
   * @param begun the entry with which it began
   * @param text where and when it took place, and what it did, in a line
   */
  record Named(String name, Op begun, String text) {}

  /**
   * One transaction comes before another.
   *
   * @param from the entry with which the first began
   * @param to the entry with which the other began
   * @param kind the kind of dependency, such as {@code ww}
   * @param label the key and the values that show it; empty if the order is that of time
   */
  record Edge(Op from, Op to, String kind, String label) {}

  /**
   * A register whose operations have no order.
   *
   * @param key the register
   * @param unexplained the entry with which the first operation began that no order explains
   * @param states what the register can have held before it; may hold null
   */
  record Register(Object key, Op unexplained, List<Object> states) implements Exhibit {
    /** Keeps its own copy. */
    public Register {
      states = Collections.unmodifiableList(new ArrayList<>(states));
    }
  }

  /**
   * A log, of whose messages and offsets something is wrong.
   *
   * @param key the log
   */
  record Log(String key) implements Exhibit {}
}
