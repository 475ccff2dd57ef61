package glomers.workbench.history;

import glomers.workbench.fault.FaultEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A fault while it was active. It begins and ends when the nemesis sets about it, which in real
 * time may be a moment before it is done.
 *
 * @param start by which it began
 * @param fromNanos when, in nanoseconds since the test began
 * @param toNanos when it ended; empty if it never did
 */
public record FaultSpan(FaultEvent start, long fromNanos, OptionalLong toNanos) {
  /** The same, if it has not ended with an end at this time. */
  public FaultSpan closedAt(long nanos) {
    return toNanos.isPresent() ? this : new FaultSpan(start, fromNanos, OptionalLong.of(nanos));
  }

  /** The faults of a history, in the order in which they began. */
  public static List<FaultSpan> of(History history) {
    List<FaultSpan> spans = new ArrayList<>();
    Map<String, Integer> active = new LinkedHashMap<>();
    Op choice = null;
    for (Op op : history.ops()) {
      FaultEvent event = op.fault().orElse(null);
      if (event == null) {
        choice = op.isClient() ? choice : op;
        continue;
      }
      boolean isChosen = choice != null && choice.f().equals(op.f());
      long nanos = isChosen ? choice.timeNanos() : op.timeNanos();
      choice = null;
      Integer open = active.remove(event.fault());
      if (open != null) {
        FaultSpan span = spans.get(open);
        spans.set(open, new FaultSpan(span.start, span.fromNanos, OptionalLong.of(nanos)));
      }
      if (event.begins()) {
        active.put(event.fault(), spans.size());
        spans.add(new FaultSpan(event, nanos, OptionalLong.empty()));
      }
    }
    return spans;
  }
}
