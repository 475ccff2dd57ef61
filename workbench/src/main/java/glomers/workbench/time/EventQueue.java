package glomers.workbench.time;

import glomers.node.Timer;
import java.util.PriorityQueue;

/** Events by (time, rank, order of scheduling). Not safe for use by many threads. */
final class EventQueue {
  /** So few cancelled events cost less than looking for them. */
  private static final int CANCELLED_MIN = 64;

  private final class Event implements Timer {
    final long timeNanos;
    final int rank;
    final long number;
    Runnable task;

    Event(long timeNanos, int rank, long number, Runnable task) {
      this.timeNanos = timeNanos;
      this.rank = rank;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      if (task != null) {
        task = null; // stays in the queue for now: removing it would take a search
        cancelled++;
        dropCancelled();
      }
    }
  }

  private final PriorityQueue<Event> events = new PriorityQueue<>(EventQueue::compare);
  private long scheduled;
  private int cancelled;

  /** By hand: this is called some ten times per event. */
  private static int compare(Event one, Event other) {
    if (one.timeNanos != other.timeNanos) {
      return Long.compare(one.timeNanos, other.timeNanos);
    }
    return one.rank == other.rank
        ? Long.compare(one.number, other.number)
        : Integer.compare(one.rank, other.rank);
  }

  /**
   * The time at which an event with this delay is due; never, if that exceeds the range of a long.
   */
  static long dueNanos(long nowNanos, long delayNanos) {
    long delay = Math.max(0, delayNanos);
    return delay > Long.MAX_VALUE - nowNanos ? Long.MAX_VALUE : nowNanos + delay;
  }

  Timer add(long timeNanos, Runnable task) {
    return add(timeNanos, 0, task);
  }

  Timer add(long timeNanos, int rank, Runnable task) {
    Event event = new Event(timeNanos, rank, scheduled++, task);
    events.add(event);
    return event;
  }

  /** Most timeouts are cancelled long before their time: they must not make the queue slow. */
  private void dropCancelled() {
    if (cancelled >= CANCELLED_MIN && cancelled > events.size() / 2) {
      events.removeIf(event -> event.task == null);
      cancelled = 0;
    }
  }

  /** The time of the earliest event that was not cancelled; {@link Long#MAX_VALUE} if none. */
  long nextTimeNanos() {
    while (!events.isEmpty() && events.peek().task == null) {
      events.remove();
      cancelled--;
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
