package glomers.workbench.run;

import glomers.node.Node;
import glomers.protocol.Body;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A good broadcast server: passes on what is new to all others but the one it has it from. */
public class Flood {
  public record Broadcast(int message) implements Body {}

  public record BroadcastOk() implements Body {}

  public record Read() implements Body {}

  public record ReadOk(List<Integer> messages) implements Body {}

  public record Topology(Map<String, List<String>> topology) implements Body {}

  public record TopologyOk() implements Body {}

  final Node node;
  private final Set<Integer> messages = new LinkedHashSet<>();

  /** A server on this node. */
  @SuppressWarnings("this-escape") // handlers are called later, when all is constructed
  public Flood(Node node) {
    this.node = node;
    node.on(
        Broadcast.class,
        request -> {
          take(request.body().message(), request.src());
          return new BroadcastOk();
        });
    node.on(Read.class, request -> new ReadOk(read()));
    node.on(Topology.class, request -> topologyOk(request.body()));
  }

  void take(int message, String src) {
    if (messages.add(message)) {
      pass(message, src);
    }
  }

  void pass(int message, String src) {
    node.peersExcept(src).forEach(peer -> node.send(peer, new Broadcast(message)));
  }

  /** How many values it has. */
  public int size() {
    return messages.size();
  }

  List<Integer> read() {
    return List.copyOf(messages);
  }

  Body topologyOk(Topology topology) {
    return new TopologyOk();
  }
}
