package glomers.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Perfect links between this node and each of its peers, in FIFO order (Cachin et al. 2011): every
 * item is delivered once, and in the order of sending, although the network loses, duplicates and
 * re-orders messages.
 *
 * <pre>{@code
 * record Updates(long first, List<Update> items, long received) implements Packet<Update> {}
 *
 * links = new PerfectLinks<>(node, Updates.class, Updates::new, 1_000, this::apply);
 * node.every(PERIOD, links::flush);
 * }</pre>
 *
 * <p>The protocol is the sliding window go-back-N: each side numbers its items, keeps those that
 * are not acknowledged, and takes those of the other side in the order of their numbers. A packet
 * that leaves a gap is dropped, for its items will be sent again. Acknowledgements travel with the
 * items of the other direction.
 *
 * <p>The links do not survive the restart of a node. It counts from the beginning again, so that
 * its peers take its items for repetitions and drop them, and it waits for items that its peers
 * will not send again. A part that must survive restarts needs links that know the other side's
 * {@link Incarnation}, and something that brings back what the node has forgotten.
 *
 * @param <T> the type of the items
 */
public final class PerfectLinks<T> {
  private interface Sender<T> {
    void send(String peer, PerfectLink<T> link);
  }

  private final Map<String, PerfectLink<T>> links = new LinkedHashMap<>();
  private final BiConsumer<String, T> deliver;
  private final Sender<T> sender;

  /**
   * Links to all peers of this node.
   *
   * @param type the packets' record; this is its handler
   * @param maker the constructor of that record
   * @param itemsMax the most items in a packet
   * @param deliver is given each item of a peer once, with the peer's id
   */
  public <P extends Packet<T>> PerfectLinks(
      Node node,
      Class<P> type,
      Packet.Maker<T, P> maker,
      int itemsMax,
      BiConsumer<String, T> deliver) {
    node.peers().forEach(peer -> links.put(peer, new PerfectLink<>()));
    this.deliver = deliver;
    this.sender = (peer, link) -> node.send(peer, link.next(itemsMax, maker));
    node.onOneWay(type, this::receive);
  }

  /** Sends an item to all peers, from the next {@link #flush} on. */
  public void broadcast(T item) {
    links.values().forEach(link -> link.append(item));
  }

  /**
   * Sends each peer the items that it has not acknowledged, and acknowledges what has arrived from
   * it. A peer that this node owes neither gets no message. To be called periodically.
   */
  public void flush() {
    links.forEach(
        (peer, link) -> {
          if (link.hasNews()) {
            sender.send(peer, link);
          }
        });
  }

  private void receive(Request<? extends Packet<T>> request) {
    PerfectLink<T> link = links.get(request.src());
    if (link != null) { // a packet of an unknown sender is none
      link.receive(request.body()).forEach(item -> deliver.accept(request.src(), item));
    }
  }
}
