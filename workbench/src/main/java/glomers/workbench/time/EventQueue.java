package glomers.workbench.time;

import glomers.node.Timer;
import java.util.PriorityQueue;

/** Events by (time, order of scheduling). Not safe for use by many threads. */
final class EventQueue {
  private static final class Event implements Timer {
    final long timeNanos;
    final long number;
    Runnable task;

    Event(long timeNanos, long number, Runnable task) {
      this.timeNanos = timeNanos;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      task = null; // stays in the queue until its time: removing it would take a search
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>(EventQueue::compare);
  private long scheduled;

  /** By hand: this is called some ten times per event. */
  private static int compare(Event one, Event other) {
    return one.timeNanos == other.timeNanos
        ? Long.compare(one.number, other.number)
        : Long.compare(one.timeNanos, other.timeNanos);
  }

  /**
   * The time at which an event with this delay is due; never, if that exceeds the range of a long.
   */
  static long dueNanos(long nowNanos, long delayNanos) {
    long delay = Math.max(0, delayNanos);
    return delay > Long.MAX_VALUE - nowNanos ? Long.MAX_VALUE : nowNanos + delay;
  }

  Timer add(long timeNanos, Runnable task) {
    Event event = new Event(timeNanos, scheduled++, task);
    events.add(event);
    return event;
  }

  /** The time of the earliest event that was not cancelled; {@link Long#MAX_VALUE} if none. */
  long nextTimeNanos() {
    while (!events.isEmpty() && events.peek().task == null) {
      events.remove();
    }
    return events.isEmpty() ? Long.MAX_VALUE : events.peek().timeNanos;
  }

  /** Removes the earliest event; only if {@link #nextTimeNanos} says that there is one. */
  Runnable poll() {
    Event event = events.remove();
    Runnable task = event.task;
    event.task = null; // the holder of a timer must not keep the event alive
    return task;
  }
}
