package glomers.workbench.trace;

import glomers.protocol.Message;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.Op;
import glomers.workbench.network.LossReason;
import java.util.Optional;

/** Something that happened in a run. */
public sealed interface TraceEvent {
  /** When it happened, in nanoseconds since the scheduler was made. */
  long timeNanos();

  /**
   * A message, or a copy of it, arrived or was lost.
   *
   * @param sentNanos when it was sent
   * @param id the network's own number of the message; copies have the same
   * @param loss why it was lost; empty if it arrived
   */
  record MessageEnded(
      long timeNanos, long sentNanos, long id, Message message, Optional<LossReason> loss)
      implements TraceEvent {}

  /** An entry of the history. */
  record Operation(Op op) implements TraceEvent {
    @Override
    public long timeNanos() {
      return op.timeNanos();
    }
  }

  /** A step of a scenario by which a fault begins or ends. */
  record Fault(long timeNanos, FaultEvent event) implements TraceEvent {}

  /** Another step of a scenario, such as {@code advance 100 ms}. */
  record Command(long timeNanos, String command) implements TraceEvent {}

  /** A comment of a scenario, for readers of its trace. */
  record Note(long timeNanos, String text) implements TraceEvent {}
}
