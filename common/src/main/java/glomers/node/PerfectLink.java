package glomers.node;

import java.util.ArrayList;
import java.util.List;

/** One peer's end of {@link PerfectLinks}: what goes to it, and what comes from it. */
final class PerfectLink<T> {
  private final List<T> unacknowledged = new ArrayList<>();
  private long firstUnacknowledged;
  private long received;
  private boolean owesAcknowledgement;

  void append(T item) {
    unacknowledged.add(item);
  }

  /** Whether there is anything that the peer, as far as is known here, does not know. */
  boolean hasNews() {
    return owesAcknowledgement || !unacknowledged.isEmpty();
  }

  <P extends Packet<T>> P next(int itemsMax, Packet.Maker<T, P> maker) {
    owesAcknowledgement = false;
    int count = Math.min(itemsMax, unacknowledged.size());
    return maker.make(firstUnacknowledged, List.copyOf(unacknowledged.subList(0, count)), received);
  }

  /** Takes a packet of the peer. Returns those of its items that are new. */
  List<T> receive(Packet<T> packet) {
    long acknowledged = packet.received() - firstUnacknowledged;
    if (acknowledged > 0 && acknowledged <= unacknowledged.size()) {
      unacknowledged.subList(0, (int) acknowledged).clear();
      firstUnacknowledged += acknowledged;
    }
    List<T> items = packet.items();
    owesAcknowledgement |= !items.isEmpty();
    long known = received - packet.first();
    if (known < 0 || known >= items.size()) {
      return List.of(); // after a gap, or known already
    }
    received = packet.first() + items.size();
    return items.subList((int) known, items.size());
  }
}
