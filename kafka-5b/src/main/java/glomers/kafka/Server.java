package glomers.kafka;

import glomers.node.Node;
import glomers.node.Request;
import glomers.service.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Keeps each log as a value of the linearizable store, so that every node serves every log. */
final class Server {
  private final KeyValue store;

  Server(Node node) {
    store = KeyValue.linearizable(node);
    node.onAsync(Send.class, this::send);
    node.onAsync(Poll.class, this::poll);
    node.onAsync(CommitOffsets.class, this::commit);
    node.onAsync(ListCommittedOffsets.class, this::list);
  }

  private CompletionStage<SendOk> send(Request<Send> request) {
    Send send = request.body();
    return update(send.key(), log -> log.append(send.msg()))
        .thenApply(log -> new SendOk(log.messages().size() - 1L));
  }

  private CompletionStage<PollOk> poll(Request<Poll> request) {
    Map<String, Long> offsets = request.body().offsets();
    Map<String, List<List<Long>>> messages = new TreeMap<>();
    return store
        .readAll(offsets.keySet(), Log.class)
        .thenAccept(
            logs -> logs.forEach((key, log) -> messages.put(key, log.from(offsets.get(key)))))
        .thenApply(done -> new PollOk(messages));
  }

  private CompletionStage<CommitOffsetsOk> commit(Request<CommitOffsets> request) {
    CompletionStage<Log> last = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, Long> each : request.body().offsets().entrySet()) {
      CompletionStage<Log> next = update(each.getKey(), log -> log.commit(each.getValue()));
      last = last.thenCombine(next, (before, log) -> log);
    }
    return last.thenApply(done -> new CommitOffsetsOk());
  }

  private CompletionStage<ListCommittedOffsetsOk> list(Request<ListCommittedOffsets> request) {
    Map<String, Long> committed = new TreeMap<>();
    return store
        .readAll(request.body().keys(), Log.class)
        .thenAccept(logs -> logs.forEach((key, log) -> committed.put(key, log.committed())))
        .thenApply(
            done -> {
              committed.values().removeIf(offset -> offset < 0);
              return new ListCommittedOffsetsOk(committed);
            });
  }

  /** Changes a log by compare-and-set: again if another node was faster. */
  private CompletionStage<Log> update(String key, UnaryOperator<Log> change) {
    return store.update(key, Log.class, log -> change.apply(log.orElse(new Log(List.of(), -1))));
  }
}
