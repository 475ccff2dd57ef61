package glomers.protocol;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** An input that hands out given chunks, at most one a read, and remembers the buffers it saw. */
final class ChunkedInput extends InputStream {
  private final Deque<byte[]> chunks;
  private int reads;
  private int lastBufferBytes;
  private int largestBufferBytes;

  ChunkedInput(List<byte[]> chunks) {
    this.chunks = new ArrayDeque<>(chunks);
  }

  static ChunkedInput of(String... chunks) {
    return new ChunkedInput(
        Arrays.stream(chunks).map(chunk -> chunk.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** All of it, in chunks of {@code chunkBytes}. */
  static ChunkedInput of(String text, int chunkBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Deque<byte[]> chunks = new ArrayDeque<>();
    for (int from = 0; from < bytes.length; from += chunkBytes) {
      chunks.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunkBytes)));
    }
    return new ChunkedInput(List.copyOf(chunks));
  }

  int reads() {
    return reads;
  }

  int lastBufferBytes() {
    return lastBufferBytes;
  }

  int largestBufferBytes() {
    return largestBufferBytes;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    reads++;
    lastBufferBytes = buffer.length;
    largestBufferBytes = Math.max(largestBufferBytes, buffer.length);
    byte[] chunk = chunks.poll();
    if (chunk == null) {
      return -1;
    }
    int count = Math.min(length, chunk.length);
    System.arraycopy(chunk, 0, buffer, offset, count);
    if (count < chunk.length) {
      chunks.addFirst(Arrays.copyOfRange(chunk, count, chunk.length));
    }
    return count;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("one system call a byte");
  }
}
