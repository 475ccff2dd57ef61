package glomers.workbench.workload.kafka;

import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Act;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaOp.Entry;
import glomers.workbench.workload.kafka.KafkaOp.Poll;
import glomers.workbench.workload.kafka.KafkaOp.Send;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells histories of sends and polls. Process {@code i} talks to node {@code n<i>}. */
final class LogHistory {
  final HistoryBuilder history = new HistoryBuilder();

  History build() {
    return history.build();
  }

  /** Entries of one log: offset, message, offset, message … */
  static List<Entry> entries(long... offsetsAndMessages) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < offsetsAndMessages.length; i += 2) {
      entries.add(new Entry(offsetsAndMessages[i], offsetsAndMessages[i + 1]));
    }
    return entries;
  }

  LogHistory send(int process, String key, long offset, Object message) {
    invokeSend(process, key, message);
    history.ok(process, new Send(key, message, offset));
    return this;
  }

  LogHistory invokeSend(int process, String key, Object message) {
    history.invoke(process, "send", new Send(key, message, null));
    return this;
  }

  LogHistory refusedSend(int process, String key, Object message) {
    invokeSend(process, key, message);
    history.fail(process, List.of(Keyword.of("abort"), "no"));
    return this;
  }

  LogHistory unansweredSend(int process, String key, Object message) {
    invokeSend(process, key, message);
    history.info(process, Keyword.of("net-timeout"));
    return this;
  }

  /** A poll that returns entries of one log: offset, message, offset, message … */
  LogHistory poll(int process, String key, long... offsetsAndMessages) {
    return poll(process, Map.of(key, entries(offsetsAndMessages)));
  }

  LogHistory poll(int process, Map<String, List<Entry>> answer) {
    history.call(process, "poll", Poll.REQUEST, new Poll(answer));
    return this;
  }

  /** A poll whose messages came, but whose commit was refused. */
  LogHistory uncommittedPoll(int process, String key, long... offsetsAndMessages) {
    history.invoke(process, "poll", new Poll(Map.of(key, entries(offsetsAndMessages))));
    history.fail(process, List.of(Keyword.of("txn-conflict"), "no"));
    return this;
  }

  LogHistory seek(int process, String... keys) {
    Object assign = Assign.fromBeginning(Arrays.asList(keys));
    history.call(process, "assign", assign, assign);
    return this;
  }

  /** An assign whose answer lists nothing as committed. */
  LogHistory assign(int process, String... keys) {
    return assign(process, Map.of(), keys);
  }

  LogHistory assign(int process, Map<String, Long> committed, String... keys) {
    Assign assign = Assign.request(Arrays.asList(keys));
    history.call(process, "assign", assign, assign.answered(committed));
    return this;
  }

  LogHistory unansweredAssign(int process, String... keys) {
    history.invoke(process, "assign", Assign.request(Arrays.asList(keys)));
    history.fail(process, Keyword.of("net-timeout"));
    return this;
  }

  LogHistory kill(String... nodes) {
    history.fault(Act.KILL.to(List.of(nodes)));
    return this;
  }

  LogHistory finalPhase() {
    history.finalPhase();
    return this;
  }

  /** An answer about several logs, in this order. */
  static Map<String, List<Entry>> answer(
      String key, List<Entry> entries, String key2, List<Entry> entries2) {
    Map<String, List<Entry>> answer = new LinkedHashMap<>();
    answer.put(key, entries);
    answer.put(key2, entries2);
    return answer;
  }
}
