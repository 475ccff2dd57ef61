package glomers.txn;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Replicates updates in batches: sends each peer, ten times per second, all updates that the peer
 * has not acknowledged. A message also acknowledges the updates that have arrived from the peer.
 * With nothing to send and nothing to acknowledge, no message is sent.
 */
final class Replication {
  private static final Duration TICK = Duration.ofMillis(100);

  /** After a partition, many updates wait for a peer: they are sent in pieces of this size. */
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

  /** Sends an update to all peers, with the next message. */
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
