package glomers.workbench.workload;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws reads and writes of keys as Elle's generator of transactions does: of the keys in the pool
 * the last is drawn half of the time, the one before it a quarter, and so on. A key that was
 * written often enough leaves the pool for a new one.
 */
public final class KeyPool {
  /**
   * One read or write.
   *
   * @param value the number of the write, from 1 for each key; 0 for a read
   */
  public record Access(long key, long value) {
    /** Whether it is a write. */
    public boolean isWrite() {
      return value > 0;
    }
  }

  private final long[] keys;
  private final int maxWritesPerKey;
  private final Variation variation;
  private final Map<Long, Long> writes = new HashMap<>();
  private long nextKey;

  /**
   * A pool whose keys are 0, 1, 2, …
   *
   * @param keyCount how many keys are in use at the same time
   * @param maxWritesPerKey how often a key is written before another takes its place
   * @param variation says how many of the accesses are writes
   */
  public KeyPool(int keyCount, int maxWritesPerKey, Variation variation) {
    this.keys = new long[keyCount];
    this.maxWritesPerKey = maxWritesPerKey;
    this.variation = variation;
    for (int slot = 0; slot < keyCount; slot++) {
      keys[slot] = nextKey++;
    }
  }

  /** How many keys were in use so far: those below this number. */
  public long keysUsed() {
    return nextKey;
  }

  /** The next read or write. */
  public Access next(RandomGenerator random) {
    while (true) {
      boolean write = variation.isWrite(random);
      int slot = slot(random);
      long key = keys[slot];
      if (!write) {
        return new Access(key, 0);
      }
      long count = writes.getOrDefault(key, 0L) + 1;
      if (count <= maxWritesPerKey) {
        writes.put(key, count);
        return new Access(key, count);
      }
      writes.remove(key);
      keys[slot] = nextKey++;
    }
  }

  /** Slot i of n with probability 2^i / (2^n − 1). */
  private int slot(RandomGenerator random) {
    int fromLast;
    do {
      fromLast = Long.numberOfLeadingZeros(random.nextLong());
    } while (fromLast >= keys.length);
    return keys.length - 1 - fromLast;
  }
}
