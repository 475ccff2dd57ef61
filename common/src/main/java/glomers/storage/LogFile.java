package glomers.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a log from its beginning: eight bytes that name the format and its version, and then
 * records, each in a {@link Frame}.
 *
 * <p>A crash may leave a <i>torn tail</i>: the file ends within a record, or in zeros where a
 * record was to be written. What is torn was never synced, and is passed over. Everything else that
 * is wrong is damage to what was synced, wherever it is in the file.
 *
 * <p>A last record of its full length with a wrong checksum counts as damage, too. A crash can
 * leave one where a file system writes the pages of a file out of order. But it can also be a
 * record that was synced, acknowledged and damaged since, and nothing in the file tells the two
 * apart. To cut it off could forget an acknowledged message, or a vote; so the node does not start,
 * and a person decides. (etcd cuts such a record off if one of its sectors of 512 bytes is all
 * zeros. Alagappan et al. 2018 write a mark behind each record that is on the disk, which does tell
 * them apart, at the price of more writes.)
 */
final class LogFile {
  private static final String NAME = "glomers";
  private static final char VERSION = '1';

  private final InputStream in;
  private long offset;
  private boolean torn;

  LogFile(InputStream in) {
    this.in = in;
  }

  /** The beginning of every log. */
  static byte[] beginning() {
    return (NAME + VERSION).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads the file's beginning.
   *
   * @throws DamageException if it is no log of this version
   */
  void readBeginning() throws IOException {
    byte[] expected = beginning();
    byte[] found = in.readNBytes(expected.length);
    if (!Arrays.equals(found, expected)) {
      String text = new String(found, StandardCharsets.ISO_8859_1);
      throw new DamageException(
          offset,
          text.startsWith(NAME)
              ? "the file is of version " + text.substring(NAME.length()) + ", not " + VERSION
              : "the file does not begin with \"" + NAME + VERSION + "\"");
    }
    offset = expected.length;
  }

  /**
   * The content of the next record; null at the end of the file, or where it is torn.
   *
   * @throws DamageException if the record is not as it was written
   */
  byte[] next() throws IOException {
    byte[] head = in.readNBytes(Frame.HEAD_BYTES);
    if (head.length < Frame.HEAD_BYTES) {
      torn = head.length > 0;
      return null;
    } else if (!Frame.isHead(head)) {
      return tornOrDamaged(head, "the head of a record has a wrong checksum");
    }
    byte[] content = in.readNBytes(Frame.length(head));
    if (content.length < Frame.length(head)) {
      torn = true;
      return null;
    } else if (!Frame.isContent(head, content)) {
      return tornOrDamaged(content, "a record has a wrong checksum");
    }
    offset += head.length + content.length;
    return content;
  }

  /** A file may have got its length before its bytes; no record ends in a zero. */
  private byte[] tornOrDamaged(byte[] last, String problem) throws IOException {
    boolean zeros = last.length > 0 && last[last.length - 1] == 0;
    for (int next = in.read(); zeros && next >= 0; next = in.read()) {
      zeros = next == 0;
    }
    if (zeros) {
      torn = true;
      return null;
    }
    throw new DamageException(offset, problem);
  }

  /** Whether it has ended within a record. */
  boolean isTorn() {
    return torn;
  }

  /** Where the last whole record has ended. */
  long offset() {
    return offset;
  }
}
