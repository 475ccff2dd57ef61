package glomers.broadcast;

import glomers.node.Node;
import glomers.node.Request;
import java.util.LinkedHashSet;
import java.util.Set;

/** Keeps the values that it receives. */
final class Server {
  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    node.on(Broadcast.class, this::broadcast);
    node.on(Read.class, this::read);
    node.on(Topology.class, this::topology);
  }

  private BroadcastOk broadcast(Request<Broadcast> request) {
    messages.add(request.body().message());
    return new BroadcastOk();
  }

  private ReadOk read(Request<Read> request) {
    return new ReadOk(messages);
  }

  private TopologyOk topology(Request<Topology> request) {
    return new TopologyOk();
  }
}
