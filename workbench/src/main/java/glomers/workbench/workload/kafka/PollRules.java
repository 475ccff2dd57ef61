package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.ASSIGN_SKIP;
import static glomers.workbench.workload.kafka.Anomaly.Type.INT_NONMONOTONIC_POLL;
import static glomers.workbench.workload.kafka.Anomaly.Type.INT_POLL_SKIP;
import static glomers.workbench.workload.kafka.Anomaly.Type.NONMONOTONIC_POLL;
import static glomers.workbench.workload.kafka.Anomaly.Type.POLL_SKIP;
import static glomers.workbench.workload.kafka.Anomaly.Type.UNASKED_POLL;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaSession.Positions;
import glomers.workbench.workload.kafka.KeyLog.Message;
import glomers.workbench.workload.kafka.Timeline.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether a process that polls a log sees one message after the other, without gaps and without
 * going back: from where an assign put it, from one poll to the next, and within a poll.
 */
final class PollRules {
  private final Anomaly.Cases anomalies;
  private final Timeline timeline;

  PollRules(Anomaly.Cases anomalies, Timeline timeline) {
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

    private void messages(Event event, String key, List<Entry> entries) {
      Long asked = positions.next().get(key);
      if (asked == null || entries.stream().anyMatch(entry -> entry.offset() < asked)) {
        anomalies.add(UNASKED_POLL, 0, () -> unasked(event, key, entries, asked));
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

    private void start(Event event, String key, Entry first, long asked) {
      List<Message> skipped = timeline.log(key).between(asked, first.offset());
      if (!skipped.isEmpty()) {
        anomalies.add(
            ASSIGN_SKIP, skipped.size(), () -> startSkip(event, key, first, asked, skipped));
      }
    }

    private void next(Event last, Event event, String key) {
      List<Entry> before = entries(last, key);
      Message from = message(key, before.get(before.size() - 1));
      Message to = message(key, entries(event, key).get(0));
      int delta = from.distanceTo(to);
      if (delta > 1) {
        anomalies.add(POLL_SKIP, delta, () -> skip(timeline, from, to, last, event));
      } else if (delta < 1) {
        anomalies.add(NONMONOTONIC_POLL, -delta, () -> back(from, to, last, event));
      }
    }

    private List<Entry> entries(Event event, String key) {
      return ((Poll) event.what()).answer().get(key);
    }

    private void inside(Event event, String key, List<Entry> entries) {
      for (int i = 1; i < entries.size(); i++) {
        Message from = message(key, entries.get(i - 1));
        Message to = message(key, entries.get(i));
        int delta = from.distanceTo(to);
        if (delta > 1) {
          anomalies.add(INT_POLL_SKIP, delta, () -> skipInside(timeline, from, to, event));
        } else if (delta < 1) {
          anomalies.add(INT_NONMONOTONIC_POLL, -delta, () -> backInside(from, to, event));
        }
      }
    }

    private Message message(String key, Entry entry) {
      return timeline.message(key, entry.message());
    }
  }

  private static Anomaly unasked(Event event, String key, List<Entry> entries, Long asked) {
    List<Long> offsets =
        entries.stream()
            .map(Entry::offset)
            .filter(offset -> asked == null || offset < asked)
            .limit(Anomaly.LIST_MAX)
            .toList();
    Op poll = event.completion();
    String sentence =
        asked == null
            ? Sentences.format(
                "A poll returned messages of key %s, for which it was not asked: %s.",
                Edn.print(key), poll.at())
            : Sentences.format(
                "A poll of key %s from offset %d on returned the lower offset %d: %s.",
                Edn.print(key), asked, offsets.get(0), poll.at());
    return new Anomaly(sentence, event.invocation(), poll)
        .about(offsets)
        .with("key", key)
        .with("asked", (Object) asked)
        .with("offsets", offsets)
        .with("op", poll);
  }

  private static Anomaly startSkip(
      Event event, String key, Entry first, long asked, List<Message> skipped) {
    Op poll = event.completion();
    return new Anomaly(
            Sentences.format(
                "One client (process %d) polls key %s from offset %d on; the first answer, by %s,"
                    + " begins at offset %d and skips %s.",
                event.process(),
                Edn.print(key),
                asked,
                poll.at(),
                first.offset(),
                Message.list(skipped)),
            event.invocation(),
            poll)
        .about(values(skipped))
        .with("key", key)
        .with("asked", (Object) asked)
        .with("offset", (Object) first.offset())
        .with("skipped", new Seq(values(skipped)))
        .with("op", poll);
  }

  private static Anomaly skip(
      Timeline timeline, Message from, Message to, Event last, Event event) {
    List<Message> skipped = timeline.log(from.key).between(from, to);
    return new Anomaly(
            Sentences.format(
                "One client (process %d) polled %s from %s, and then message %s from %s:"
                    + " it skipped %s.",
                event.process(),
                from,
                last.completion().at(),
                Edn.print(to.value),
                event.completion().at(),
                Message.list(skipped)),
            last.completion(),
            event.completion())
        .about(values(skipped))
        .with("key", from.key)
        .with("delta", (Object) from.distanceTo(to))
        .with("skipped", new Seq(values(skipped)))
        .with("ops", last.completion(), event.completion());
  }

  private static Anomaly back(Message from, Message to, Event last, Event event) {
    return new Anomaly(
            Sentences.format(
                "One client (process %d) polled %s from %s, and then %s from %s: %s.",
                event.process(),
                from,
                last.completion().at(),
                from == to ? "the same message" : "message " + Edn.print(to.value),
                event.completion().at(),
                notLater(from, to)),
            last.completion(),
            event.completion())
        .about(Arrays.asList(from.value, to.value))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("ops", last.completion(), event.completion());
  }

  private static String notLater(Message from, Message to) {
    return from == to
        ? "a poll must go on after the one before"
        : "that one does not come later in the log";
  }

  private static Anomaly skipInside(Timeline timeline, Message from, Message to, Event event) {
    List<Message> skipped = timeline.log(from.key).between(from, to);
    return new Anomaly(
            Sentences.format(
                "A poll of %s returned %s, and then message %s: it skipped %s.",
                event.completion().at(), from, Edn.print(to.value), Message.list(skipped)),
            event.completion())
        .about(values(skipped))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("skipped", new Seq(values(skipped)))
        .with("op", event.completion());
  }

  private static Anomaly backInside(Message from, Message to, Event event) {
    return new Anomaly(
            Sentences.format(
                "A poll of %s returned %s, and then %s: %s.",
                event.completion().at(),
                from,
                from == to ? "the same message" : "message " + Edn.print(to.value),
                from == to ? "a poll must return it once" : notLater(from, to)),
            event.completion())
        .about(Arrays.asList(from.value, to.value))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("op", event.completion());
  }

  private static List<Object> values(List<Message> messages) {
    return Arrays.asList(
        messages.stream().limit(Anomaly.LIST_MAX).map(message -> message.value).toArray());
  }
}
