package glomers.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Splits a stream of bytes into lines of UTF-8. Unlike {@link java.io.BufferedReader} it
 * distinguishes lines that have arrived from lines that it would have to wait for, so that its user
 * knows when to flush its output; it bounds the length of a line; and it makes one system call per
 * block.
 *
 * <p>Use: {@code while (reader.fill()) while ((line = reader.next()) != null) …}. Not safe for use
 * by many threads.
 */
public final class LineReader {
  /** The longest line, in bytes, that is read; longer ones are skipped and reported. */
  public static final int LINE_BYTES_MAX = 32 << 20;

  private static final int BLOCK_BYTES = 64 << 10;

  private static final int UNFINISHED_BYTES_MAX = 500;

  private final InputStream in;
  private final LongConsumer overlong;
  private final int blockBytes;
  private final int bufferBytesMax;
  private byte[] buffer;
  private int start;
  private int scanned;
  private int end;
  private long skipped;
  private boolean ended;

  /**
   * Reads from {@code in}.
   *
   * @param overlong told of each line that was skipped because it was longer than {@link
   *     #LINE_BYTES_MAX}, or than memory allows, with its length in bytes
   */
  public LineReader(InputStream in, LongConsumer overlong) {
    this(in, overlong, BLOCK_BYTES, LINE_BYTES_MAX);
  }

  /**
   * As the public constructor, with limits that a test can reach. The block is no longer than the
   * line.
   */
  LineReader(InputStream in, LongConsumer overlong, int blockBytes, int lineBytesMax) {
    this.in = in;
    this.overlong = overlong;
    this.blockBytes = blockBytes;
    this.bufferBytesMax = lineBytesMax + 1; // the line break must fit, too
    this.buffer = new byte[blockBytes];
  }

  /**
   * Waits for more input.
   *
   * @return false if there will be no more lines: the input has ended and {@link #next} has given
   *     all there was
   * @throws IOException if the input can't be read
   */
  public boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    makeRoom();
    int read = in.read(buffer, end, buffer.length - end);
    if (read >= 0) {
      end += read;
      return true;
    }
    ended = true;
    return end > start || skipped > 0;
  }

  /**
   * The next line, without its line break; null if {@link #fill} must bring more first. The text
   * after the last line break is a line, too, when the input ends.
   */
  public String next() {
    while (true) {
      int lineEnd = indexOfBreak();
      if (lineEnd < 0) {
        return ended ? last() : null;
      }
      int lineStart = start;
      start = lineEnd + 1;
      scanned = start;
      if (skipped == 0) {
        try {
          return text(lineStart, lineEnd);
        } catch (OutOfMemoryError e) {
          // too long for the memory of this process: skipped, too
        }
      }
      report(skipped + lineEnd - lineStart);
    }
  }

  private int indexOfBreak() {
    for (; scanned < end; scanned++) {
      if (buffer[scanned] == '\n') {
        return scanned;
      }
    }
    return -1;
  }

  private String last() {
    int lineStart = start;
    start = end;
    if (skipped > 0) {
      report(skipped + end - lineStart);
      return null;
    }
    return lineStart == end ? null : text(lineStart, end);
  }

  /** The beginning of the line that has arrived in part; empty if there is none. */
  public String unfinished() {
    return text(start, start + Math.min(UNFINISHED_BYTES_MAX, end - start));
  }

  private void report(long lineBytes) {
    skipped = 0;
    overlong.accept(lineBytes);
  }

  private String text(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned -= start;
      start = 0;
    }
    if (end == 0 && buffer.length > blockBytes) {
      buffer = new byte[blockBytes]; // a long line has passed; give its memory back
    }
    if (end == buffer.length && !grows()) {
      skipped += end;
      end = 0;
      scanned = 0;
    }
  }

  private boolean grows() {
    if (buffer.length >= bufferBytesMax) {
      return false;
    }
    try {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, bufferBytesMax));
      return true;
    } catch (OutOfMemoryError e) {
      return false; // the line is too long for the memory of this process
    }
  }
}
