package glomers.bench.inner;

import glomers.node.Node;
import glomers.protocol.Body;
import java.util.LinkedHashSet;
import java.util.Set;

/** A broadcast server that is good enough for one node: it tells the others nothing. */
final class Server {
  record Topology() implements Body {}

  record TopologyOk() implements Body {}

  record Broadcast(int message) implements Body {}

  record BroadcastOk() implements Body {}

  record Read() implements Body {}

  record ReadOk(Set<Integer> messages) implements Body {}

  private final Set<Integer> messages = new LinkedHashSet<>();

  Server(Node node) {
    node.on(Topology.class, request -> new TopologyOk());
    node.on(Read.class, request -> new ReadOk(messages));
    node.on(
        Broadcast.class,
        request -> {
          messages.add(request.body().message());
          return new BroadcastOk();
        });
  }
}
