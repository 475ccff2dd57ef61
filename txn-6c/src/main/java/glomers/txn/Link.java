package glomers.txn;

import java.util.ArrayList;
import java.util.List;

/**
 * A perfect link to one peer and from it (Cachin et al. 2011), in FIFO order, by the sliding window
 * protocol go-back-N: each side numbers its updates, keeps those that are not acknowledged, and
 * takes those of the other side in the order of their numbers. A message that leaves a gap is
 * dropped, for its updates will be sent again.
 */
final class Link {
  private final List<Update> unacknowledged = new ArrayList<>();
  private long firstUnacknowledged;
  private long received;
  private boolean owesAcknowledgement;

  /** Adds an update, which is sent again until it is acknowledged. */
  void append(Update update) {
    unacknowledged.add(update);
  }

  boolean hasUnacknowledged() {
    return !unacknowledged.isEmpty();
  }

  /** Whether something has arrived since the last message to the peer. */
  boolean owesAcknowledgement() {
    return owesAcknowledgement;
  }

  /** The number of the first update that is not acknowledged. */
  long firstUnacknowledged() {
    return firstUnacknowledged;
  }

  /**
   * A message to be sent.
   *
   * @param from how many of the unacknowledged updates to leave out
   * @param max how many it may carry
   */
  Replicate message(int from, int max) {
    owesAcknowledgement = false;
    int to = Math.min(unacknowledged.size(), from + max);
    return new Replicate(
        firstUnacknowledged + from, List.copyOf(unacknowledged.subList(from, to)), received);
  }

  /** How many updates are not acknowledged. */
  int size() {
    return unacknowledged.size();
  }

  /** Takes a message from the peer. Returns those of its updates that are new. */
  List<Update> receive(Replicate message) {
    long acknowledged = message.received() - firstUnacknowledged;
    if (acknowledged > 0 && acknowledged <= unacknowledged.size()) {
      unacknowledged.subList(0, (int) acknowledged).clear();
      firstUnacknowledged += acknowledged;
    }
    owesAcknowledgement |= !message.updates().isEmpty();
    long known = received - message.first();
    if (known < 0 || known >= message.updates().size()) {
      return List.of();
    }
    received = message.first() + message.updates().size();
    return message.updates().subList((int) known, message.updates().size());
  }
}
