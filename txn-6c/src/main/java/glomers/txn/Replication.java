package glomers.txn;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Sends each peer, ten times per second, all updates that it has not acknowledged. A message also
 * acknowledges what has come the other way; with nothing to send and nothing to acknowledge there
 * is none.
 */
final class Replication {
  private static final Duration TICK = Duration.ofMillis(100);

  /** What has gathered behind a partition is sent in pieces. */
  private static final int UPDATES_PER_MESSAGE = 1_000;

  private final Node node;
  private final BiConsumer<String, Update> apply;
  private final Map<String, Link> links = new LinkedHashMap<>();

  /**
   * Replication of one node.
   *
   * @param apply is given each new update of a peer once, with the peer's id; those of one peer in
   *     their order
   */
  Replication(Node node, BiConsumer<String, Update> apply) {
    this.node = node;
    this.apply = apply;
    node.peers().forEach(peer -> links.put(peer, new Link()));
    node.onOneWay(Replicate.class, this::receive);
    node.every(TICK, this::onTick);
  }

  /** Tells all peers of an update, with the next message. */
  void replicate(Update update) {
    links.values().forEach(link -> link.append(update));
  }

  private void receive(Request<Replicate> request) {
    Link link = links.get(request.src());
    if (link != null) {
      link.receive(request.body()).forEach(update -> apply.accept(request.src(), update));
    }
  }

  private void onTick() {
    links.forEach(
        (peer, link) -> {
          if (link.hasUnacknowledged() || link.owesAcknowledgement()) {
            node.send(peer, link.message(0, UPDATES_PER_MESSAGE));
          }
        });
  }
}
