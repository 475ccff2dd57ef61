package glomers.workbench.report.picture;

import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where in the picture each event happens, from top to bottom. Events at the same time have rows of
 * their own if one follows from another; a time in which nothing happens is cut short.
 */
final class Rows {
  private static final double SAME_TIME = 20;
  private static final double GAP_MIN = 16;
  private static final double GAP_MAX = 52;
  private static final double LATENCY = 38;

  /** The events at one height. */
  static final class Row {
    private final long timeNanos;
    private final MessageEnded call;
    private double y;
    private boolean afterCut;

    private Row(long timeNanos, MessageEnded call) {
      this.timeNanos = timeNanos;
      this.call = call;
    }

    long timeNanos() {
      return timeNanos;
    }

    double y() {
      return y;
    }

    /** Whether the time before it is cut short. */
    boolean afterCut() {
      return afterCut;
    }
  }

  private final TreeMap<Long, List<Row>> byTime = new TreeMap<>();
  private final Map<TraceEvent, Row> ends = new IdentityHashMap<>();
  private final Map<TraceEvent, Row> starts = new IdentityHashMap<>();

  Rows(List<TraceEvent> events, double top) {
    List<MessageEnded> travelling = new ArrayList<>();
    for (TraceEvent event : events) {
      List<Row> rows = byTime.computeIfAbsent(event.timeNanos(), time -> new ArrayList<>());
      if (event instanceof MessageEnded message && message.sentNanos() < message.timeNanos()) {
        travelling.add(message);
        if (rows.isEmpty()) {
          rows.add(new Row(event.timeNanos(), null));
        }
      } else {
        rows.add(new Row(event.timeNanos(), event instanceof MessageEnded call ? call : null));
      }
      ends.put(event, rows.get(rows.size() - 1));
    }
    for (MessageEnded message : travelling) {
      List<Row> rows = byTime.computeIfAbsent(message.sentNanos(), time -> new ArrayList<>());
      if (rows.isEmpty()) {
        rows.add(new Row(message.sentNanos(), null));
      }
      starts.put(message, cause(rows, message));
    }
    place(top, perNano(travelling));
  }

  /** The row of the call that made its receiver send the message, else the first of that time. */
  private static Row cause(List<Row> rows, MessageEnded message) {
    Row cause = rows.get(0);
    for (Row row : rows) {
      if (row.call != null
          && row.call.id() < message.id()
          && row.call.message().dest().equals(message.message().src())) {
        cause = row;
      }
    }
    return cause;
  }

  private static double perNano(List<MessageEnded> messages) {
    long[] latencies =
        messages.stream().mapToLong(one -> one.timeNanos() - one.sentNanos()).sorted().toArray();
    return latencies.length == 0 ? 0 : LATENCY / latencies[latencies.length / 2];
  }

  private void place(double top, double perNano) {
    double y = top;
    long before = -1;
    for (List<Row> rows : byTime.values()) {
      for (Row row : rows) {
        if (before >= 0) {
          double gap = (row.timeNanos - before) * perNano;
          row.afterCut = gap > GAP_MAX || perNano == 0 && row.timeNanos > before;
          y +=
              row.timeNanos == before ? SAME_TIME : row.afterCut ? GAP_MAX : Math.max(GAP_MIN, gap);
        }
        row.y = y;
        before = row.timeNanos;
      }
    }
  }

  /** All rows, from the top. */
  List<Row> all() {
    return byTime.values().stream().flatMap(List::stream).toList();
  }

  /** Where an event happens; a message arrives or is lost there. */
  Row end(TraceEvent event) {
    return ends.get(event);
  }

  /** Where a message is sent. */
  Row start(MessageEnded message) {
    return starts.getOrDefault(message, ends.get(message));
  }
}
