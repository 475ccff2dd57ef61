package glomers.broadcast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one origin: those without a gap, and those that have come before their turn. */
final class Run {
  private int[] values = new int[8];
  private int size;
  private final Map<Integer, Integer> early = new HashMap<>();

  /** How many there are without a gap. */
  int size() {
    return size;
  }

  boolean hasGap() {
    return !early.isEmpty();
  }

  /** Adds the value at this place. Returns whether it was not there yet. */
  boolean add(int place, int value) {
    if (place > size) {
      return early.putIfAbsent(place, value) == null;
    }
    if (place < size) {
      return false;
    }
    push(value);
    while (!early.isEmpty() && early.containsKey(size)) {
      push(early.remove(size));
    }
    return true;
  }

  private void push(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Those from one place to another, which is not included; both within {@link #size}. */
  List<Integer> values(int from, int to) {
    List<Integer> part = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      part.add(values[i]);
    }
    return part;
  }
}
