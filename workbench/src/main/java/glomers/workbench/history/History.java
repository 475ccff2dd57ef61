package glomers.workbench.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of a test, in order. Kept in memory: some 0.5 KB for an operation with a short value.
 * Not safe for use by many threads while entries are added.
 */
public final class History {
  private static final int NONE = -1;

  private final List<Op> ops = new ArrayList<>();
  private final List<Op> clientOps = new ArrayList<>();
  private final Map<Integer, Op> open = new HashMap<>();
  private int[] partners = new int[256];

  /**
   * Adds an entry at the end.
   *
   * @param op its index must be {@link #size()}
   */
  public void add(Op op) {
    if (op.index() != ops.size()) {
      throw new IllegalArgumentException("expected index " + ops.size() + ", not that of " + op);
    }
    if (ops.size() == partners.length) {
      partners = Arrays.copyOf(partners, 2 * partners.length);
    }
    partners[ops.size()] = NONE;
    ops.add(op);
    if (op.isClient()) {
      clientOps.add(op);
    }
    if (op.isInvoke()) {
      open.put(op.process(), op);
    } else if (op.isClient()) {
      Op invocation = open.remove(op.process());
      if (invocation != null) {
        partners[(int) op.index()] = (int) invocation.index();
        partners[(int) invocation.index()] = (int) op.index();
      }
    }
  }

  /** How many entries there are. */
  public int size() {
    return ops.size();
  }

  /** All entries; a view that can't be changed. */
  public List<Op> ops() {
    return Collections.unmodifiableList(ops);
  }

  /**
   * The entries before the final phase, as a history of its own; this history if it has no such
   * phase.
   */
  public History beforeFinalPhase() {
    int end = 0;
    while (end < ops.size() && !ops.get(end).isFinal()) {
      end++;
    }
    if (end == ops.size()) {
      return this;
    }
    History before = new History();
    ops.subList(0, end).forEach(before::add);
    return before;
  }

  /** The entries of clients. */
  public Stream<Op> clientOps() {
    return clientOps.stream();
  }

  /**
   * The entry with which an operation began that ends here.
   *
   * @throws IllegalArgumentException if the history has none
   */
  public Op invocation(Op completion) {
    int partner = completion.isInvoke() ? NONE : partner(completion);
    if (partner == NONE) {
      throw new IllegalArgumentException("nothing began that ends in " + completion);
    }
    return ops.get(partner);
  }

  private int partner(Op op) {
    return op.index() < ops.size() ? partners[(int) op.index()] : NONE;
  }

  /** The entry with which an operation ended that begins here; empty if the history has none. */
  public Optional<Op> completion(Op invocation) {
    int partner = invocation.isInvoke() ? partner(invocation) : NONE;
    return partner == NONE ? Optional.empty() : Optional.of(ops.get(partner));
  }
}
