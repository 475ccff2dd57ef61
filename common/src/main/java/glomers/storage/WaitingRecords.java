package glomers.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The records that wait for the disk, as they will stand in the file. */
final class WaitingRecords {
  private static final int CAPACITY = 1 << 10;

  /** A snapshot may have needed more; its room is given back. */
  private static final int CAPACITY_KEPT_MAX = 1 << 20;

  private ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);

  void add(byte[] content) {
    int size = Frame.HEAD_BYTES + content.length;
    if (bytes.remaining() < size) {
      int capacity = Math.max(2 * bytes.capacity(), bytes.position() + size);
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
    Frame.put(content, bytes);
  }

  /** How many bytes they take. */
  int size() {
    return bytes.position();
  }

  /** Takes all of them away, and returns their bytes. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes.array(), bytes.position());
    clear();
    return taken;
  }

  void clear() {
    bytes = bytes.capacity() > CAPACITY_KEPT_MAX ? ByteBuffer.allocate(CAPACITY) : bytes.clear();
  }
}
