package glomers.broadcast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one origin: those without a gap, and those that arrived out of order. */
final class OriginLog {
  /**
   * How far ahead of the next value another may be. One that is farther ahead is dropped, and is
   * fetched by anti-entropy later: values out of order must not fill memory.
   */
  static final int WINDOW = 4_096;

  private final int window;
  private int[] values = new int[8];
  private int nextSequence;
  private int highestSequence = -1;
  private final Map<Integer, Integer> outOfOrder = new HashMap<>();

  /** An empty log that takes values so far ahead. */
  OriginLog(int window) {
    this.window = window;
  }

  /** All values below this sequence number are here. */
  int nextSequence() {
    return nextSequence;
  }

  /** Whether a value has arrived although one before it has not. */
  boolean hasGap() {
    return highestSequence >= nextSequence;
  }

  /** How many values are kept although one before them has not arrived. */
  int outOfOrder() {
    return outOfOrder.size();
  }

  /**
   * Adds the value of this sequence number. Returns whether it is new.
   *
   * @param room whether another value may be kept out of order; if not, it is dropped
   */
  boolean add(int sequence, int value, boolean room) {
    highestSequence = Math.max(highestSequence, sequence);
    if (sequence < nextSequence || sequence - nextSequence > window) {
      return false;
    }
    if (sequence > nextSequence) {
      return room && outOfOrder.putIfAbsent(sequence, value) == null;
    }
    append(value);
    while (!outOfOrder.isEmpty() && outOfOrder.containsKey(nextSequence)) {
      append(outOfOrder.remove(nextSequence));
    }
    return true;
  }

  private void append(int value) {
    if (nextSequence == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[nextSequence++] = value;
  }

  /**
   * The values from one sequence number to another, excluded; both at most {@link #nextSequence}.
   */
  List<Integer> values(int from, int to) {
    List<Integer> part = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      part.add(values[i]);
    }
    return part;
  }
}
