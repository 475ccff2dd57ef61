package glomers.kafka;

import glomers.node.Node;
import glomers.node.PerfectLinks;
import glomers.node.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps logs in memory, on each node. Each log has an owner, which alone appends to it; the others
 * forward sends to the owner. It tells them of its messages ten times per second.
 */
final class Server {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final int CHANGES_PER_MESSAGE_MAX = 1_000;

  private final Node node;
  private final Logs logs = new Logs();
  private final PerfectLinks<Change> links;

  Server(Node node) {
    this.node = node;
    this.links =
        new PerfectLinks<>(node, Changes.class, Changes::new, CHANGES_PER_MESSAGE_MAX, this::apply);
    node.every(PERIOD, links::flush);
    node.onAsync(Send.class, this::send);
    node.on(Poll.class, request -> logs.poll(request.body()));
    node.on(CommitOffsets.class, this::commit);
    node.on(ListCommittedOffsets.class, request -> logs.list(request.body()));
  }

  private CompletionStage<SendOk> send(Request<Send> request) {
    Send send = request.body();
    String owner = owner(send.key());
    if (!owner.equals(node.id())) {
      return node.rpc(owner, send, SendOk.class, TIMEOUT);
    }
    links.broadcast(new Change(Optional.of(send), Map.of()));
    long offset = logs.log(send.key()).append(send.msg());
    return CompletableFuture.completedFuture(new SendOk(offset));
  }

  /** The same on all nodes. */
  private String owner(String key) {
    return node.ids().get(Math.floorMod(key.hashCode(), node.ids().size()));
  }

  private CommitOffsetsOk commit(Request<CommitOffsets> request) {
    logs.commit(request.body().offsets());
    links.broadcast(new Change(Optional.empty(), request.body().offsets()));
    return new CommitOffsetsOk();
  }

  private void apply(String peer, Change change) {
    change.send().ifPresent(send -> logs.log(send.key()).append(send.msg()));
    logs.commit(change.commits());
  }
}
