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

  static byte[] head(byte[] content) {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    head.putInt(content.length).putInt(checksum(content, content.length));
    return head.putInt(checksum(head.array(), CHECKED_HEAD_BYTES)).array();
  }

  static boolean isHead(byte[] bytes) {
    int checksum = ByteBuffer.wrap(bytes).getInt(CHECKED_HEAD_BYTES);
    return checksum == checksum(bytes, CHECKED_HEAD_BYTES) && length(bytes) >= 0;
  }

  static int length(byte[] head) {
    return ByteBuffer.wrap(head).getInt();
  }

  static boolean isContent(byte[] head, byte[] content) {
    return ByteBuffer.wrap(head).getInt(Integer.BYTES) == checksum(content, content.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
