package glomers.workbench.history;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.time.Scheduler;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Records the history of a test while it runs. For use within events only. */
public final class Recorder {
  private final Scheduler scheduler;
  private final Consumer<Op> listener;
  private final History history = new History();
  private final Map<OpType, Long> counts = new EnumMap<>(OpType.class);

  /**
   * A recorder whose history is empty.
   *
   * @param listener receives every entry
   */
  public Recorder(Scheduler scheduler, Consumer<Op> listener) {
    this.scheduler = scheduler;
    this.listener = listener;
  }

  /** A client's operation begins. */
  public Op invoke(int process, String node, String f, Object value, boolean isFinal) {
    return add(process, node, OpType.INVOKE, f, value, null, null, isFinal);
  }

  /** A client's operation has ended. */
  public Op complete(Op begun, OpType type, Object value, Object error, String exception) {
    boolean isFinal = begun.isFinal();
    return add(begun.process(), begun.node(), type, begun.f(), value, error, exception, isFinal);
  }

  /**
   * A fault has begun or ended.
   *
   * @param choice the variant that was drawn, a value of EDN; null if none was
   */
  public void nemesis(Object choice, FaultEvent event) {
    add(Op.NEMESIS, null, OpType.INFO, event.function(), choice, null, null, false);
    add(Op.NEMESIS, null, OpType.INFO, event.function(), event, null, null, false);
  }

  private Op add(
      int process,
      String node,
      OpType type,
      String f,
      Object value,
      Object error,
      String exception,
      boolean isFinal) {
    long now = scheduler.nowNanos();
    Op op = new Op(history.size(), now, process, node, type, f, value, error, exception, isFinal);
    if (op.isClient()) {
      counts.merge(type, 1L, Long::sum);
    }
    history.add(op);
    listener.accept(op);
    return op;
  }

  /** How many entries of clients are of this type. */
  public long count(OpType type) {
    return counts.getOrDefault(type, 0L);
  }

  /** The history so far. */
  public History history() {
    return history;
  }
}
