package glomers.workbench.disk;

import glomers.workbench.fault.Unsynced;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The bytes of a file, and which of them survive a crash. */
final class SimulatedFile {
  /**
   * A change that was not forced, and what undoes it.
   *
   * @param lengthBefore the file's length
   * @param cut what was cut off from its end
   */
  private record Change(int lengthBefore, byte[] cut) {}

  private record Flip(int offset, int bit) {}

  private byte[] bytes = new byte[256];
  private int length;
  private final List<Change> unforced = new ArrayList<>();
  private final List<Flip> flips = new ArrayList<>();

  int length() {
    return length;
  }

  InputStream read() {
    return new ByteArrayInputStream(bytes, 0, length);
  }

  void write(byte[] more) {
    unforced.add(new Change(length, new byte[0]));
    if (length + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void truncate(int newLength) {
    if (newLength < length) {
      restore(newLength); // what is written there later is as it was written
      unforced.add(new Change(length, Arrays.copyOfRange(bytes, newLength, length)));
      length = newLength;
    }
  }

  void force() {
    unforced.clear();
  }

  /** Undoes what was not forced: all of it, or from a random byte on. */
  void crash(Unsynced left, RandomGenerator random) {
    int kept =
        switch (left) {
          case LOST -> 0;
          case TORN -> random.nextInt(unforced.size() + 1);
          case KEPT -> unforced.size();
        };
    while (unforced.size() > kept + 1) {
      undo(unforced.remove(unforced.size() - 1));
    }
    if (unforced.size() > kept) {
      Change torn = unforced.get(kept);
      int written = Math.max(0, length - torn.lengthBefore());
      undo(torn);
      if (left == Unsynced.TORN) {
        length += random.nextInt(written + 1);
      }
    }
    unforced.clear();
  }

  private void undo(Change change) {
    byte[] cut = change.cut();
    length = change.lengthBefore();
    System.arraycopy(cut, 0, bytes, length - cut.length, cut.length);
  }

  /** How many bytes are certain to survive a crash. */
  int forcedLength() {
    int forced = length;
    for (Change change : unforced) {
      forced = Math.min(forced, change.lengthBefore() - change.cut().length);
    }
    return forced;
  }

  /** Flips a bit, until it is restored or cut off. */
  void flip(int offset, int bit) {
    Flip flip = new Flip(offset, bit);
    flips.add(flip);
    apply(flip);
  }

  /** Flips all of these bits back that are still there. */
  void restore() {
    restore(0);
  }

  private void restore(int from) {
    flips.stream().filter(flip -> flip.offset() >= from).forEach(this::apply);
    flips.removeIf(flip -> flip.offset() >= from);
  }

  private void apply(Flip flip) {
    bytes[flip.offset()] ^= (byte) (1 << flip.bit());
  }

  /** Whether no bit is flipped. */
  boolean isSound() {
    return flips.isEmpty();
  }
}
