package glomers.workbench.trace;

import glomers.protocol.Message;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.Op;
import glomers.workbench.network.LossReason;
import glomers.workbench.network.NetworkListener;
import glomers.workbench.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The last events of a run. For use within events only. */
public final class Trace implements NetworkListener {
  private final Scheduler scheduler;
  private final int eventsMax;
  private final Consumer<TraceEvent> listener;
  private final Deque<TraceEvent> events = new ArrayDeque<>();

  /**
   * An empty trace.
   *
   * @param eventsMax how many events are kept; older ones are dropped
   * @param listener receives every event
   */
  public Trace(Scheduler scheduler, int eventsMax, Consumer<TraceEvent> listener) {
    this.scheduler = scheduler;
    this.eventsMax = eventsMax;
    this.listener = listener;
  }

  @Override
  public void sent(long id, Message message) {
    // recorded when it arrives or is lost
  }

  @Override
  public void received(long id, Message message, long sentNanos) {
    ended(id, message, sentNanos, Optional.empty());
  }

  @Override
  public void lost(long id, Message message, long sentNanos, LossReason reason) {
    ended(id, message, sentNanos, Optional.of(reason));
  }

  private void ended(long id, Message message, long sentNanos, Optional<LossReason> loss) {
    add(new TraceEvent.MessageEnded(scheduler.nowNanos(), sentNanos, id, message, loss));
  }

  /** Records an entry of the history. */
  public void operation(Op op) {
    add(new TraceEvent.Operation(op));
  }

  /** Records a step of a scenario by which a fault begins or ends. */
  public void fault(FaultEvent event) {
    add(new TraceEvent.Fault(scheduler.nowNanos(), event));
  }

  /** Records another step of a scenario. */
  public void step(String command) {
    add(new TraceEvent.Command(scheduler.nowNanos(), command));
  }

  /** Records a comment. */
  public void note(String text) {
    add(new TraceEvent.Note(scheduler.nowNanos(), text));
  }

  private void add(TraceEvent event) {
    listener.accept(event);
    if (events.size() == eventsMax) {
      events.removeFirst();
    }
    events.addLast(event);
  }

  /** Forgets all events. */
  public void clear() {
    events.clear();
  }

  /** The events that are kept, oldest first. */
  public List<TraceEvent> events() {
    return List.copyOf(events);
  }
}
