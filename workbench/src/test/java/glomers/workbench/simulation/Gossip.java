package glomers.workbench.simulation;

import glomers.node.Node;
import glomers.protocol.Body;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A broadcast server that stands much: tells all it has to each of the others again and again, and
 * asks them for all they have when it starts. And servers that have one mistake each.
 */
public class Gossip {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  record Topology() implements Body {}

  record TopologyOk() implements Body {}

  record Broadcast(int message) implements Body {}

  record BroadcastOk() implements Body {}

  record Read() implements Body {}

  record ReadOk(List<Integer> messages) implements Body {}

  /**
   * All that the sender has.
   *
   * @param number counts what this sender has told
   */
  record Take(long number, List<Integer> messages) implements Body {}

  record TakeOk() implements Body {}

  final Node node;
  final Set<Integer> messages = new LinkedHashSet<>();
  private long told;

  /** A server on this node. */
  @SuppressWarnings("this-escape") // handlers are called later, when all is constructed
  public Gossip(Node node) {
    this.node = node;
    node.on(Topology.class, request -> new TopologyOk());
    node.on(Read.class, request -> new ReadOk(read()));
    node.on(
        Broadcast.class,
        request -> {
          messages.add(request.body().message());
          return new BroadcastOk();
        });
    node.on(
        Take.class,
        request -> {
          take(request.src(), request.body());
          return new TakeOk();
        });
    for (String peer : node.peers()) {
      node.rpc(peer, new Read(), ReadOk.class, TIMEOUT).thenAccept(this::caughtUp);
    }
    node.every(Duration.ofMillis(500), this::tellAll);
  }

  void caughtUp(ReadOk all) {
    messages.addAll(all.messages());
  }

  void take(String src, Take all) {
    messages.addAll(all.messages());
  }

  List<Integer> read() {
    return List.copyOf(messages);
  }

  void tellAll() {
    node.peers().forEach(peer -> tell(peer, () -> {}));
  }

  void tell(String peer, Runnable whenTaken) {
    node.rpc(peer, new Take(++told, List.copyOf(messages)), TakeOk.class, TIMEOUT)
        .thenAccept(taken -> whenTaken.run());
  }

  /** Takes what is told a second time for a mistake of the first: forgets a value for good. */
  static final class Forgetting extends Gossip {
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<Integer> forgotten = new LinkedHashSet<>();

    Forgetting(Node node) {
      super(node);
    }

    @Override
    void take(String src, Take all) {
      super.take(src, all);
      if (!seen.add(src + all.number()) && !all.messages().isEmpty()) {
        forgotten.add(all.messages().get(0));
      }
      messages.removeAll(forgotten);
    }
  }

  /** Tells one after the other, and waits for each: for ever, if the answer does not come. */
  static final class Waiting extends Gossip {
    private final Deque<String> next = new ArrayDeque<>();
    private boolean busy;

    Waiting(Node node) {
      super(node);
    }

    @Override
    void tellAll() {
      if (!busy) {
        next.addAll(node.peers());
        tellNext();
      }
    }

    private void tellNext() {
      busy = !next.isEmpty();
      if (busy) {
        tell(next.remove(), this::tellNext);
      }
    }
  }

  /** Answers from what it was given when it started, if it was given anything. */
  static final class Stale extends Gossip {
    private List<Integer> given = List.of();

    Stale(Node node) {
      super(node);
    }

    @Override
    void caughtUp(ReadOk all) {
      super.caughtUp(all);
      given = all.messages();
    }

    @Override
    List<Integer> read() {
      return given.isEmpty() ? super.read() : given;
    }
  }
}
