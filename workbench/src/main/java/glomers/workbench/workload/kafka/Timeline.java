package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Rules;
import glomers.workbench.history.History;
import glomers.workbench.history.Op;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import glomers.workbench.workload.kafka.KeyLog.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A history of sends, polls and assigns, sorted by what rules want to know. */
final class Timeline {
  private final List<Event> events = new ArrayList<>();
  private final Map<Integer, List<Event>> byProcess = new LinkedHashMap<>();
  private final Map<String, KeyLog> logs = new HashMap<>();

  private final Rules rules;

  /**
   * What a history tells.
   *
   * @param rules by Maelstrom's, a poll whose commit was not acknowledged tells nothing: its client
   *     does not record the messages
   */
  Timeline(History history, Rules rules) {
    this.rules = rules;
    history.clientOps().forEach(op -> add(history, op));
    logs.values().forEach(KeyLog::index);
  }

  private void add(History history, Op op) {
    KafkaOp what = (KafkaOp) op.value();
    if (what instanceof Send send && op.isInvoke()) {
      message(send.key(), send.message()).sendInvocation = op;
    }
    if (what instanceof KafkaOp.Crash || op.isInvoke()) {
      return;
    }
    if (rules == Rules.MAELSTROM && what instanceof Poll && !op.isOk()) {
      what = Poll.REQUEST;
    }
    Event event = new Event(history.invocation(op), op, what);
    events.add(event);
    byProcess.computeIfAbsent(event.process(), process -> new ArrayList<>()).add(event);
    if (what instanceof Send send) {
      sent(send, op);
    } else if (what instanceof Poll poll) {
      poll.messages()
          .forEach(
              (key, entries) -> {
                KeyLog log = log(key);
                entries.forEach(entry -> polled(log, entry, op));
              });
    }
  }

  private void sent(Send send, Op op) {
    KeyLog log = log(send.key());
    Message message = log.message(send.message());
    message.sendCompletion = op;
    if (op.isOk()) {
      log.place(send.offset(), message, op);
    }
  }

  private static void polled(KeyLog log, Entry entry, Op op) {
    Message message = log.message(entry.message());
    if (op.isOk() && message.okPoll == null) {
      message.okPoll = op;
    }
    log.place(entry.offset(), message, op);
  }

  KeyLog log(String key) {
    return logs.computeIfAbsent(key, KeyLog::new);
  }

  Message message(String key, Object value) {
    return log(key).message(value);
  }

  /** Operations that have ended, in that order. */
  List<Event> events() {
    return events;
  }

  /** Each process's operations that have ended, in that order. */
  Collection<List<Event>> processes() {
    return byProcess.values();
  }

  /** All logs that were sent to or polled, in the order of their keys. */
  List<KeyLog> logs() {
    return logs.values().stream().sorted(Comparator.comparing(log -> log.key)).toList();
  }

  /**
   * An operation that has ended.
   *
   * @param what as its completion tells it
   */
  record Event(Op invocation, Op completion, KafkaOp what) {
    boolean isOk() {
      return completion.isOk();
    }

    int process() {
      return completion.process();
    }
  }
}
