package glomers.workbench.workload.kafka;

import static glomers.workbench.workload.kafka.Anomaly.Type.G1A;
import static glomers.workbench.workload.kafka.Anomaly.Type.G1C_REALTIME;
import static glomers.workbench.workload.kafka.Anomaly.Type.PHANTOM;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KeyLog.Message;
import glomers.workbench.workload.kafka.Timeline.Event;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a message that was polled came from: phantoms, aborted reads (G1a) and reads of messages
 * that were sent only later (G1c-realtime).
 *
 * <p>G1c-realtime is a cycle of wr edges, from a send to a poll that returned its message, and
 * realtime edges, from an operation that ended to one that began afterwards (Adya 1999; Kingsbury
 * and Alvaro 2020). No search is needed to find out whether there is one: if each poll ended after
 * the sends of its messages began, no edge leads back in time, as no wr edge leaves a poll. So
 * there is a cycle if and only if a poll ended before the send of a message in it began, and these
 * two are a cycle of their own.
 */
final class ReadRules {
  private final Anomaly.Cases anomalies;
  private final Set<Message> phantoms = new HashSet<>();

  ReadRules(Anomaly.Cases anomalies) {
    this.anomalies = anomalies;
  }

  void check(Timeline timeline) {
    for (Event event : timeline.events()) {
      if (event.what() instanceof Poll poll) {
        poll.messages()
            .forEach(
                (key, entries) -> {
                  KeyLog log = timeline.log(key);
                  entries.forEach(
                      entry -> check(log.message(entry.message()), entry.offset(), event));
                });
      }
    }
  }

  private void check(Message message, long offset, Event poll) {
    if (message.sendInvocation == null) {
      if (phantoms.add(message)) {
        anomalies.add(PHANTOM, 0, () -> phantom(message, offset, poll.completion()));
      }
    } else if (poll.isOk() && message.wasRefused()) {
      anomalies.add(G1A, 0, () -> abortedRead(message, poll.completion()));
    }
    if (poll.isOk()
        && message.sendInvocation != null
        && message.sendInvocation.index() > poll.completion().index()) {
      anomalies.add(G1C_REALTIME, 0, () -> cycle(message, poll.completion()));
    }
  }

  private static Anomaly phantom(Message message, long offset, Op poll) {
    return new Anomaly(
            Sentences.format(
                "%s was returned by %s, at offset %d; nobody ever tried to send it.",
                message.atBeginning(), poll.at(), offset),
            poll)
        .about(Collections.singletonList(message.value))
        .with("key", message.key)
        .with("value", message.value)
        .with("offset", (Object) offset)
        .with("reader", poll);
  }

  private static Anomaly abortedRead(Message message, Op poll) {
    return new Anomaly(
            Sentences.format(
                "%s was returned by %s, although its send failed on %s with %s.",
                message.atBeginning(),
                poll.at(),
                message.sendCompletion.at(),
                Edn.print(message.sendCompletion.error())),
            message.sendCompletion,
            poll)
        .about(Collections.singletonList(message.value))
        .with("key", message.key)
        .with("value", message.value)
        .with("writer", message.sendCompletion)
        .with("reader", poll);
  }

  private static Anomaly cycle(Message message, Op poll) {
    Op send = message.sendCompletion == null ? message.sendInvocation : message.sendCompletion;
    Object shownSend = HistoryWriter.toEdn(send);
    return new Anomaly(
            Sentences.format(
                "%s was returned by %s, before its send to %s began.",
                message.atBeginning(), poll.at(), message.sendInvocation.at()),
            poll,
            message.sendInvocation)
        .about(Collections.singletonList(message.value))
        .with("cycle", List.of(shownSend, HistoryWriter.toEdn(poll), shownSend))
        .with("steps", List.of(readStep(message), Edn.map("type", Keyword.of("realtime"))))
        .with("type", Keyword.of(G1C_REALTIME.rule.name()));
  }

  private static Map<Keyword, Object> readStep(Message message) {
    return Edn.map(
        "type",
        Keyword.of("wr"),
        "key",
        message.key,
        "value",
        message.value,
        "a-mop-index",
        0,
        "b-mop-index",
        0);
  }
}
