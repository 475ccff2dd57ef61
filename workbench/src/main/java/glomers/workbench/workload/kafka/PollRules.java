package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.AnomalyType.ASSIGN_SKIP;
import static glomers.workbench.workload.kafka.AnomalyType.INT_NONMONOTONIC_POLL;
import static glomers.workbench.workload.kafka.AnomalyType.INT_POLL_SKIP;
import static glomers.workbench.workload.kafka.AnomalyType.NONMONOTONIC_POLL;
import static glomers.workbench.workload.kafka.AnomalyType.POLL_SKIP;
import static glomers.workbench.workload.kafka.AnomalyType.UNASKED_POLL;

import glomers.workbench.history.OpType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether a process that polls a log sees one message after the other, without gaps and without
 * going back: from where an assign put it, from one poll to the next, and within a poll.
 */
final class PollRules {
  private final Anomalies anomalies;
  private final Timeline timeline;

  PollRules(Anomalies anomalies, Timeline timeline) {
    this.anomalies = anomalies;
    this.timeline = timeline;
  }

  void check() {
    timeline.processes().forEach(events -> new Process().follow(events));
  }

  /** The polls of one process so far. */
  private final class Process {
    private final Positions positions = new Positions();
    private final Map<String, Event> lastPolls = new HashMap<>();

    void follow(List<Event> events) {
      for (Event event : events) {
        if (event.what() instanceof Poll poll) {
          poll.messages().forEach((key, entries) -> messages(event, key, entries));
          if (poll.answer() != null) {
            positions.advance(poll.answer());
          }
        } else if (event.what() instanceof Assign assign) {
          assign(event, assign);
        }
      }
    }

    private void assign(Event event, Assign assign) {
      if (event.completion().type() == OpType.FAIL) {
        return;
      }
      if (assign.seekToBeginning()) {
        lastPolls.clear();
      } else {
        lastPolls.keySet().retainAll(new HashSet<>(assign.keys()));
      }
      if (event.isOk()) {
        positions.assign(assign);
      }
    }

    private void messages(Event event, String key, List<LogEntry> entries) {
      Long asked = positions.next().get(key);
      if (asked == null || entries.stream().anyMatch(entry -> entry.offset() < asked)) {
        anomalies.add(UNASKED_POLL, 0, () -> PollAnomalies.unasked(event, key, entries, asked));
      }
      Event last = lastPolls.get(key);
      if (last == null && asked != null) {
        start(event, key, entries.get(0), asked);
      }
      if (event.isOk()) {
        if (last != null) {
          next(last, event, key);
        }
        lastPolls.put(key, event);
      }
      inside(event, key, entries);
    }

    private void start(Event event, String key, LogEntry first, long asked) {
      List<Message> skipped = timeline.log(key).between(asked, first.offset());
      if (!skipped.isEmpty()) {
        anomalies.add(
            ASSIGN_SKIP,
            skipped.size(),
            () -> PollAnomalies.startSkip(event, key, first, asked, skipped));
      }
    }

    private void next(Event last, Event event, String key) {
      List<LogEntry> before = entries(last, key);
      Message from = message(key, before.get(before.size() - 1));
      Message to = message(key, entries(event, key).get(0));
      int delta = from.distanceTo(to);
      if (delta > 1) {
        anomalies.add(POLL_SKIP, delta, () -> PollAnomalies.skip(timeline, from, to, last, event));
      } else if (delta < 1) {
        anomalies.add(NONMONOTONIC_POLL, -delta, () -> PollAnomalies.back(from, to, last, event));
      }
    }

    private List<LogEntry> entries(Event event, String key) {
      return ((Poll) event.what()).answer().get(key);
    }

    private void inside(Event event, String key, List<LogEntry> entries) {
      for (int i = 1; i < entries.size(); i++) {
        Message from = message(key, entries.get(i - 1));
        Message to = message(key, entries.get(i));
        int delta = from.distanceTo(to);
        if (delta > 1) {
          anomalies.add(
              INT_POLL_SKIP, delta, () -> PollAnomalies.skipInside(timeline, from, to, event));
        } else if (delta < 1) {
          anomalies.add(
              INT_NONMONOTONIC_POLL, -delta, () -> PollAnomalies.backInside(from, to, event));
        }
      }
    }

    private Message message(String key, LogEntry entry) {
      return timeline.message(key, entry.message());
    }
  }
}
