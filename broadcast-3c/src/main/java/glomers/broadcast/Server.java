package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import glomers.node.Retry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Broadcasts by flooding: forwards each new value to all nodes but its sender, and retries until
 * each has acknowledged it.
 */
final class Server {
  private static final Duration TIMEOUT_MIN = Duration.ofSeconds(2);
  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(4);

  private final Node node;
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    this.node = node;
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    int message = request.body().message();
    if (messages.add(message)) {
      node.peersExcept(request.src()).forEach(peer -> deliver(peer, request.body()));
    }
    return new BroadcastOk();
  }

  /** Idempotent, and so safe to repeat: a value that the peer has already changes nothing there. */
  private void deliver(String peer, Broadcast body) {
    Retry.untilSuccess(
        node, TIMEOUT_MIN, TIMEOUT_MAX, wait -> node.rpc(peer, body, BroadcastOk.class, wait));
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
