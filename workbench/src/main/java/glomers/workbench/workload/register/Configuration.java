package glomers.workbench.workload.register;

import java.util.Arrays;

/**
 * Where the search stands: which event is the next that it must explain, and what has taken effect.
 * Equal ones differ at most in {@link #taken}.
 */
final class Configuration {
  /** The event that can't be passed yet: an operation ends that has not taken effect. */
  final int event;

  /** The register's value, as a number. */
  final int value;

  /** Of the operations that have begun and not ended, those that took effect: bits, by slot. */
  final long[] done;

  /** How many optional operations of each kind took effect. */
  final int[] taken;

  Configuration(int event, int value, long[] done, int[] taken) {
    this.event = event;
    this.value = value;
    this.done = done;
    this.taken = taken;
  }

  boolean isDone(int slot) {
    return (done[slot >> 6] >>> slot & 1) != 0;
  }

  /** Whether all that follows from the other follows from this, which has used up no more. */
  boolean dominates(Configuration other) {
    for (int kind = 0; kind < taken.length; kind++) {
      if (taken[kind] > other.taken[kind]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Configuration that
        && event == that.event
        && value == that.value
        && Arrays.equals(done, that.done);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * event + value) + Arrays.hashCode(done);
  }
}
