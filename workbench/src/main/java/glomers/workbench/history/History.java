package glomers.workbench.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of a test, in order. Not safe for use by many threads. */
public final class History {
  private final List<Op> ops = new ArrayList<>();
  private final Map<Integer, Op> open = new HashMap<>();
  private final Map<Long, Op> invocations = new HashMap<>();

  /**
   * Adds an entry at the end.
   *
   * @param op its index must be {@link #size()}
   */
  public void add(Op op) {
    if (op.index() != ops.size()) {
      throw new IllegalArgumentException("expected index " + ops.size() + ", not that of " + op);
    }
    ops.add(op);
    if (op.isInvoke()) {
      open.put(op.process(), op);
    } else if (op.isClient()) {
      Op invocation = open.remove(op.process());
      if (invocation != null) {
        invocations.put(op.index(), invocation);
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

  /** The entries of clients. */
  public Stream<Op> clientOps() {
    return ops.stream().filter(Op::isClient);
  }

  /**
   * The entry with which an operation began that ends here.
   *
   * @throws IllegalArgumentException if the history has none
   */
  public Op invocation(Op completion) {
    Op invocation = invocations.get(completion.index());
    if (invocation == null) {
      throw new IllegalArgumentException("nothing began that ends in " + completion);
    }
    return invocation;
  }
}
