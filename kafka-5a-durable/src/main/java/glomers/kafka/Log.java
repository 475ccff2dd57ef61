package glomers.kafka;

import java.util.ArrayList;
import java.util.List;

/** A log: messages at the offsets 0, 1, 2 … */
final class Log {
  /** The most messages that one poll gets: a reply must not grow with the log. */
  private static final int MESSAGES_PER_POLL_MAX = 1_000;

  private final List<Long> messages = new ArrayList<>();

  /** Appends a message, and gives its offset. */
  long append(long message) {
    messages.add(message);
    return messages.size() - 1L;
  }

  /** The first messages from an offset on: pairs of an offset and a message. */
  List<List<Long>> from(long offset) {
    List<List<Long>> pairs = new ArrayList<>();
    for (long at = Math.max(0, offset);
        at < messages.size() && pairs.size() < MESSAGES_PER_POLL_MAX;
        at++) {
      pairs.add(List.of(at, messages.get((int) at)));
    }
    return pairs;
  }
}
