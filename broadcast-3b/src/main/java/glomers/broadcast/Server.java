package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.util.LinkedHashSet;
import java.util.Set;

/** Broadcasts by flooding: forwards each new value to all nodes but its sender. */
final class Server {
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
      node.peersExcept(request.src()).forEach(peer -> node.send(peer, request.body()));
    }
    return new BroadcastOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
