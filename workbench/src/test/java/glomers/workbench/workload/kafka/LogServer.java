package glomers.workbench.workload.kafka;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.node.Request;
import glomers.protocol.Body;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.CommitOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsets;
import glomers.workbench.workload.kafka.KafkaWorkload.ListCommittedOffsetsOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Poll;
import glomers.workbench.workload.kafka.KafkaWorkload.PollOk;
import glomers.workbench.workload.kafka.KafkaWorkload.Send;
import glomers.workbench.workload.kafka.KafkaWorkload.SendOk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A correct server of logs on one node. Broken ones override one of its steps. */
class LogServer {
  final Node node;
  final Map<String, NavigableMap<Long, Long>> logs = new HashMap<>();
  final Map<String, Long> committed = new TreeMap<>();

  LogServer(Node node) {
    this.node = node;
    node.on(Send.class, this::send);
    node.on(Poll.class, this::poll);
    node.on(CommitOffsets.class, this::commit);
    node.on(ListCommittedOffsets.class, this::list);
  }

  NavigableMap<Long, Long> log(String key) {
    return logs.computeIfAbsent(key, k -> new TreeMap<>());
  }

  long nextOffset(String key) {
    return log(key).isEmpty() ? 0 : log(key).lastKey() + 1;
  }

  void store(String key, long offset, long message) {
    log(key).put(offset, message);
  }

  Body send(Request<Send> request) {
    String key = request.body().key();
    long message = request.body().msg();
    for (Map.Entry<Long, Long> entry : log(key).entrySet()) {
      if (entry.getValue() == message) {
        return new SendOk(entry.getKey()); // the request came twice
      }
    }
    long offset = nextOffset(key);
    store(key, offset, message);
    return new SendOk(offset);
  }

  Map<Long, Long> entries(String key, long from) {
    return log(key).tailMap(from, true);
  }

  Body poll(Request<Poll> request) {
    Map<String, List<List<JsonElement>>> answer = new TreeMap<>();
    request
        .body()
        .offsets()
        .forEach(
            (key, from) -> {
              List<List<JsonElement>> pairs = pairs(entries(key, from));
              if (!pairs.isEmpty()) {
                answer.put(key, pairs);
              }
            });
    return new PollOk(answer);
  }

  static List<List<JsonElement>> pairs(Map<Long, Long> entries) {
    List<List<JsonElement>> pairs = new ArrayList<>();
    entries.forEach(
        (offset, message) ->
            pairs.add(List.of(new JsonPrimitive(offset), new JsonPrimitive(message))));
    return pairs;
  }

  Body commit(Request<CommitOffsets> request) {
    request.body().offsets().forEach((key, offset) -> committed.merge(key, offset, Math::max));
    return new CommitOffsetsOk();
  }

  Body list(Request<ListCommittedOffsets> request) {
    Map<String, Long> listed = new TreeMap<>(committed);
    listed.keySet().retainAll(request.body().keys());
    return new ListCommittedOffsetsOk(listed);
  }
}
