package glomers.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record as it stands in the file: a head of 12 bytes, and its content. The head has the length
 * of the content, the content's checksum, and the checksum of these two, without which a length
 * that has changed could make all that follows look like a record that was not written to its end.
 */
final class Frame {
  static final int HEAD_BYTES = 12;
  private static final int CHECKED_HEAD_BYTES = 8;

  private Frame() {}

  /** Puts a record into a buffer, which has room for it, and an array. */
  static void put(byte[] content, ByteBuffer buffer) {
    int start = buffer.position();
    buffer.putInt(content.length).putInt(checksum(content, 0, content.length));
    buffer.putInt(checksum(buffer.array(), start, CHECKED_HEAD_BYTES)).put(content);
  }

  static boolean isHead(byte[] bytes) {
    int checksum = ByteBuffer.wrap(bytes).getInt(CHECKED_HEAD_BYTES);
    return checksum == checksum(bytes, 0, CHECKED_HEAD_BYTES) && length(bytes) >= 0;
  }

  static int length(byte[] head) {
    return ByteBuffer.wrap(head).getInt();
  }

  static boolean isContent(byte[] head, byte[] content) {
    return ByteBuffer.wrap(head).getInt(Integer.BYTES) == checksum(content, 0, content.length);
  }

  private static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
