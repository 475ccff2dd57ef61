package glomers.kafka;

import glomers.node.Node;
import glomers.node.Request;
import glomers.storage.Storage;
import java.util.concurrent.CompletionStage;

/** Keeps logs on one node, and on its disk. */
final class Server {
  private final Logs logs = new Logs();
  private final Storage storage;

  Server(Node node) {
    storage = node.storage();
    storage.on(Send.class, this::append);
    storage.on(CommitOffsets.class, this::commit);
    storage.replay();
    node.onAsync(Send.class, this::send);
    node.on(Poll.class, request -> logs.poll(request.body()));
    node.onAsync(CommitOffsets.class, this::commit);
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }

  /** Nobody may see the message before it is on the disk: a crash could take it back. */
  private CompletionStage<SendOk> send(Request<Send> request) {
    storage.append(request.body());
    return storage.sync().thenApply(done -> new SendOk(append(request.body())));
  }

  private long append(Send send) {
    return logs.log(send.key()).append(send.msg());
  }

  private CompletionStage<CommitOffsetsOk> commit(Request<CommitOffsets> request) {
    storage.append(request.body());
    return storage
        .sync()
        .thenApply(
            done -> {
              commit(request.body());
              return new CommitOffsetsOk();
            });
  }

  private void commit(CommitOffsets commit) {
    logs.commit(commit.offsets());
  }
}
