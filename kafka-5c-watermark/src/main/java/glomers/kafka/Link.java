package glomers.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes to one peer, and what comes from it: each side numbers its batches, keeps those that
 * are not acknowledged, and takes those of the other side in the order of their numbers. A batch
 * that leaves a gap is dropped, for it will be sent again.
 */
final class Link {
  /** The most batches that a message carries: those of some seconds. */
  private static final int BATCHES_PER_MESSAGE_MAX = 50;

  private final List<Batch> unacknowledged = new ArrayList<>();
  private long firstUnacknowledged;
  private long received;
  private boolean owesAcknowledgement;

  /** Adds a batch, which is sent again until it is acknowledged. */
  void append(Batch batch) {
    unacknowledged.add(batch);
  }

  /** Whether there is anything that the peer may not know. */
  boolean hasNews() {
    return owesAcknowledgement || !unacknowledged.isEmpty();
  }

  /** The next message to the peer. */
  Replicate message() {
    owesAcknowledgement = false;
    int count = Math.min(BATCHES_PER_MESSAGE_MAX, unacknowledged.size());
    return new Replicate(
        firstUnacknowledged, List.copyOf(unacknowledged.subList(0, count)), received);
  }

  /** Takes a message of the peer, and gives those of its batches that are new. */
  List<Batch> receive(Replicate message) {
    long acknowledged = message.received() - firstUnacknowledged;
    if (acknowledged > 0 && acknowledged <= unacknowledged.size()) {
      unacknowledged.subList(0, (int) acknowledged).clear();
      firstUnacknowledged += acknowledged;
    }
    owesAcknowledgement |= !message.batches().isEmpty();
    long known = received - message.first();
    if (known < 0 || known >= message.batches().size()) {
      return List.of();
    }
    received = message.first() + message.batches().size();
    return message.batches().subList((int) known, message.batches().size());
  }
}
