package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Seq;
import glomers.workbench.history.Op;
import java.util.Arrays;
import java.util.List;

/** Describes what {@link PollRules} find. */
final class PollAnomalies {
  private PollAnomalies() {}

  static Anomaly unasked(Event event, String key, List<LogEntry> entries, Long asked) {
    List<Long> offsets =
        entries.stream()
            .map(LogEntry::offset)
            .filter(offset -> asked == null || offset < asked)
            .limit(Anomaly.LIST_MAX)
            .toList();
    Op poll = event.completion();
    String sentence =
        asked == null
            ? Sentences.format(
                "A poll returned messages of key %s, for which it was not asked: %s.",
                Edn.print(key), Sentences.at(poll))
            : Sentences.format(
                "A poll of key %s from offset %d on returned the lower offset %d: %s.",
                Edn.print(key), asked, offsets.get(0), Sentences.at(poll));
    return new Anomaly(sentence, event.invocation(), poll)
        .about(offsets)
        .with("key", key)
        .with("asked", (Object) asked)
        .with("offsets", offsets)
        .with("op", poll);
  }

  static Anomaly startSkip(
      Event event, String key, LogEntry first, long asked, List<Message> skipped) {
    Op poll = event.completion();
    return new Anomaly(
            Sentences.format(
                "Process %d polls key %s from offset %d on; the first answer, by %s, begins at"
                    + " offset %d and skips %s.",
                event.process(),
                Edn.print(key),
                asked,
                Sentences.at(poll),
                first.offset(),
                Text.list(skipped)),
            event.invocation(),
            poll)
        .about(values(skipped))
        .with("key", key)
        .with("asked", (Object) asked)
        .with("offset", (Object) first.offset())
        .with("skipped", new Seq(values(skipped)))
        .with("op", poll);
  }

  static Anomaly skip(Timeline timeline, Message from, Message to, Event last, Event event) {
    List<Message> skipped = timeline.log(from.key).between(from, to);
    return new Anomaly(
            Sentences.format(
                "Process %d polled %s from %s, and as the next one message %s from %s: it skipped"
                    + " %s.",
                event.process(),
                Text.message(from),
                Sentences.at(last.completion()),
                Edn.print(to.value),
                Sentences.at(event.completion()),
                Text.list(skipped)),
            last.completion(),
            event.completion())
        .about(values(skipped))
        .with("key", from.key)
        .with("delta", (Object) from.distanceTo(to))
        .with("skipped", new Seq(values(skipped)))
        .with("ops", last.completion(), event.completion());
  }

  static Anomaly back(Message from, Message to, Event last, Event event) {
    return new Anomaly(
            Sentences.format(
                "Process %d polled %s from %s, and as the next one message %s from %s, which is not"
                    + " behind it in the log.",
                event.process(),
                Text.message(from),
                Sentences.at(last.completion()),
                Edn.print(to.value),
                Sentences.at(event.completion())),
            last.completion(),
            event.completion())
        .about(Arrays.asList(from.value, to.value))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("ops", last.completion(), event.completion());
  }

  static Anomaly skipInside(Timeline timeline, Message from, Message to, Event event) {
    List<Message> skipped = timeline.log(from.key).between(from, to);
    return new Anomaly(
            Sentences.format(
                "A poll of %s returned %s, and as the next one message %s: it skipped %s.",
                Sentences.at(event.completion()),
                Text.message(from),
                Edn.print(to.value),
                Text.list(skipped)),
            event.completion())
        .about(values(skipped))
        .with("key", from.key)
        .with("values", Arrays.asList(from.value, to.value))
        .with("delta", (Object) from.distanceTo(to))
        .with("skipped", new Seq(values(skipped)))
        .with("op", event.completion());
  }

  static Anomaly backInside(Message from, Message to, Event event) {
    return new Anomaly(
            Sentences.format(
                "A poll of %s returned %s, and as the next one message %s, which is not behind it"
                    + " in the log.",
                Sentences.at(event.completion()), Text.message(from), Edn.print(to.value)),
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
