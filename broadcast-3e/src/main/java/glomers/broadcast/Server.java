package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Retry;
import glomers.node.Timer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Broadcasts in one hop, and gathers: the values that clients send to a node within a second go to
 * each other node in one message, which is retried until it is acknowledged.
 */
final class Server {
  private static final Duration GATHERING = Duration.ofSeconds(1);
  private static final int VALUES_MAX = 1_000;
  private static final Duration TIMEOUT_MIN = Duration.ofSeconds(2);
  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(4);

  private final Node node;
  private final Set<Integer> messages = new LinkedHashSet<>();
  private Set<Integer> gathered = new LinkedHashSet<>();
  private Timer flush;

  Server(Node node) {
    this.node = node;
    node.on(Broadcast.class, this::broadcast);
    node.on(Batch.class, this::batch);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      gather(message);
    }
    return new BroadcastOk();
  }

  private void gather(int message) {
    if (gathered.isEmpty()) {
      flush = node.after(GATHERING, this::flush);
    }
    gathered.add(message);
    if (gathered.size() == VALUES_MAX) {
      flush.cancel();
      flush();
    }
  }

  private void flush() {
    Batch batch = new Batch(gathered);
    gathered = new LinkedHashSet<>();
    node.peers().forEach(peer -> deliver(peer, batch));
  }

  private BatchOk batch(Request<Batch> request) {
    messages.addAll(request.body().messages());
    return new BatchOk();
  }

  /** Idempotent, and so safe to repeat: values that the peer has already change nothing there. */
  private void deliver(String peer, Batch batch) {
    Retry.untilSuccess(
        node, TIMEOUT_MIN, TIMEOUT_MAX, wait -> node.rpc(peer, batch, BatchOk.class, wait));
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
