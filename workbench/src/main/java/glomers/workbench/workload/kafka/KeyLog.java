package glomers.workbench.workload.kafka;

import glomers.workbench.checker.Sentences;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One log, put together from all answers that tell of it. Memory grows with the number of messages,
 * not with their offsets.
 */
final class KeyLog {
  /** A message at an offset, and the first entry of the history that says so. */
  record Placement(Message message, Op witness) {}

  final String key;
  private final Map<Object, Message> messages = new LinkedHashMap<>();
  private final NavigableMap<Long, List<Placement>> placements = new TreeMap<>();
  private final List<Message> order = new ArrayList<>();

  KeyLog(String key) {
    this.key = key;
  }

  /** The facts known of this message. */
  Message message(Object value) {
    return messages.computeIfAbsent(value, v -> new Message(key, v));
  }

  /** Every message sent or polled. */
  Collection<Message> messages() {
    return messages.values();
  }

  void place(long offset, Message message, Op witness) {
    List<Placement> there = placements.computeIfAbsent(offset, o -> new ArrayList<>(1));
    for (Placement placement : there) { // no stream: this is called for each message of each poll
      if (placement.message == message) {
        return;
      }
    }
    there.add(new Placement(message, witness));
  }

  /** Gives the messages their indices, once all of them are in place. */
  void index() {
    placements.forEach(
        (offset, there) -> {
          int index = order.size();
          for (Placement placement : there) {
            Message message = placement.message;
            message.offsets.add(offset);
            message.firstIndex = message.firstIndex == Message.UNKNOWN ? index : message.firstIndex;
            message.lastIndex = index;
          }
          Message representative = there.get(0).message;
          representative.index = index;
          order.add(representative);
        });
  }

  /** The messages that clients were told are at each offset, by offset, rising. */
  SortedMap<Long, List<Placement>> placements() {
    return Collections.unmodifiableSortedMap(placements);
  }

  /** The messages at the offsets from the first, included, to the second, excluded. */
  List<Message> between(long from, long to) {
    return from >= to
        ? List.of()
        : placements.subMap(from, to).values().stream().map(there -> there.get(0).message).toList();
  }

  /** The messages strictly between these two; none if that is unknown. */
  List<Message> between(Message first, Message last) {
    return first.distanceTo(last) <= 1 ? List.of() : order.subList(first.index + 1, last.index);
  }

  /** The entry that first told of this message at this offset. */
  Op witness(long offset, Message message) {
    return placements.get(offset).stream()
        .filter(placement -> placement.message == message)
        .map(Placement::witness)
        .findFirst()
        .orElseThrow();
  }

  /** The facts known of one message of one log. */
  static final class Message {
    private static final int LISTED_MAX = 8;

    /** The index of a message of which no offset is known. */
    static final int UNKNOWN = -1;

    final String key;
    final Object value;

    /** When its send began; null if nobody sent it. */
    Op sendInvocation;

    /** When its send ended; null if it did not. */
    Op sendCompletion;

    /** The first ok poll that returned it; null if none did. */
    Op okPoll;

    /** Where it was seen, rising. */
    final List<Long> offsets = new ArrayList<>();

    /** The index of the lowest of its offsets. */
    int firstIndex = UNKNOWN;

    /** The index of the highest of its offsets. */
    int lastIndex = UNKNOWN;

    /**
     * Its place in the log. Of messages that share an offset only one has it there; of the places
     * of a duplicate the last counts.
     */
    int index = UNKNOWN;

    Message(String key, Object value) {
      this.key = key;
      this.value = value;
    }

    boolean wasAcknowledged() {
      return sendCompletion != null && sendCompletion.isOk();
    }

    boolean wasRefused() {
      return sendCompletion != null && sendCompletion.type() == OpType.FAIL;
    }

    /** Such as {@code message 5 of key "1"}. */
    @Override
    public String toString() {
      return "message " + Edn.print(value) + " of key " + Edn.print(key);
    }

    /** The same at the beginning of a sentence. */
    String atBeginning() {
      return "M" + toString().substring(1);
    }

    /** The messages, separated by commas; not all if they are many. */
    static String list(List<Message> messages) {
      String listed =
          messages.stream()
              .limit(LISTED_MAX)
              .map(message -> Edn.print(message.value))
              .collect(Collectors.joining(", "));
      return messages.size() > LISTED_MAX
          ? Sentences.format("%s, … (%,d in all)", listed, messages.size())
          : listed;
    }

    /** How far the other is behind this one in the log; 1 if that is unknown. */
    int distanceTo(Message other) {
      return index == UNKNOWN || other.index == UNKNOWN ? 1 : other.index - index;
    }
  }
}
