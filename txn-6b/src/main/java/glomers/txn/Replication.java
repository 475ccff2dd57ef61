package glomers.txn;

import glomers.node.Node;
import glomers.node.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Replicates updates eagerly: sends each to all peers at once, and again if it is not acknowledged
 * within a second. Each message also acknowledges the updates that have arrived from the peer; a
 * message that only acknowledges is sent if there is no other to carry the acknowledgement.
 */
final class Replication {
  private static final Duration TICK = Duration.ofMillis(250);

  /** After this many ticks without an acknowledgement, all unacknowledged updates are resent. */
  private static final int RESEND_TICKS = 4;

  private static final int UPDATES_PER_MESSAGE = 500;

  private final Node node;
  private final BiConsumer<String, Update> apply;
  private final Map<String, Link> links = new LinkedHashMap<>();

  /** By peer: for how many ticks the same update has been the first unacknowledged one. */
  private final Map<String, Integer> waitingTicks = new LinkedHashMap<>();

  private final Map<String, Long> waitingFor = new LinkedHashMap<>();

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

  /** Sends an update to all peers. */
  void replicate(Update update) {
    links.forEach(
        (peer, link) -> {
          link.append(update);
          node.send(peer, link.message(link.size() - 1, 1));
        });
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
          if (waitingTicks(peer, link) >= RESEND_TICKS) {
            waitingTicks.put(peer, 0);
            for (int from = 0; from < link.size(); from += UPDATES_PER_MESSAGE) {
              node.send(peer, link.message(from, UPDATES_PER_MESSAGE));
            }
          } else if (link.owesAcknowledgement()) {
            node.send(peer, link.message(0, 0));
          }
        });
  }

  private int waitingTicks(String peer, Link link) {
    Long before = waitingFor.put(peer, link.firstUnacknowledged());
    boolean waits =
        link.hasUnacknowledged() && before != null && before == link.firstUnacknowledged();
    return waits ? waitingTicks.merge(peer, 1, Integer::sum) : reset(peer);
  }

  private int reset(String peer) {
    waitingTicks.put(peer, 0);
    return 0;
  }
}
