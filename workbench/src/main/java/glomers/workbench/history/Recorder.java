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
    return client(
        new Op(
            history.size(),
            scheduler.nowNanos(),
            process,
            node,
            OpType.INVOKE,
            f,
            value,
            null,
            null,
            isFinal));
  }

  /** A client's operation has ended. */
  public Op complete(Op invocation, OpType type, Object value, Object error, String exception) {
    return client(
        new Op(
            history.size(),
            scheduler.nowNanos(),
            invocation.process(),
            invocation.node(),
            type,
            invocation.f(),
            value,
            error,
            exception,
            invocation.isFinal()));
  }

  private Op client(Op op) {
    counts.merge(op.type(), 1L, Long::sum);
    return add(op);
  }

  private Op add(Op op) {
    history.add(op);
    listener.accept(op);
    return op;
  }

  /**
   * A fault has begun or ended.
   *
   * @param choice the variant that was drawn, a value of EDN; null if none was
   */
  public void nemesis(Object choice, FaultEvent event) {
    entry(event.function(), choice);
    entry(event.function(), event);
  }

  private void entry(String f, Object value) {
    add(
        new Op(
            history.size(),
            scheduler.nowNanos(),
            Op.NEMESIS,
            null,
            OpType.INFO,
            f,
            value,
            null,
            null,
            false));
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
