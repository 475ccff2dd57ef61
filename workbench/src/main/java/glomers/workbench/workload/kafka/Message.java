package glomers.workbench.workload.kafka;

import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.util.ArrayList;
import java.util.List;

/** The facts known of one message of one log. */
final class Message {
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
   * Its place in the log. Of messages that share an offset only one has it there; of the places of
   * a duplicate the last counts.
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

  /** How far the other is behind this one in the log; 1 if that is unknown. */
  int distanceTo(Message other) {
    return index == UNKNOWN || other.index == UNKNOWN ? 1 : other.index - index;
  }
}
