package glomers.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An input that hands out block after block, each by reads of its own, and blocks between them. */
final class BlockInput extends InputStream {
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> blocks = new LinkedBlockingQueue<>();
  private byte[] current = END;
  private int position;

  /** Makes a block available; nothing of another one is read together with it. */
  BlockInput block(String... lines) {
    return raw(String.join("\n", lines) + "\n");
  }

  /** As {@link #block}, without a line break at its end. */
  BlockInput raw(String text) {
    blocks.add(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  BlockInput end() {
    blocks.add(END);
    return this;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (position == current.length) {
      current = next();
      position = 0;
      if (current == END) {
        return -1;
      }
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, buffer, offset, count);
    position += count;
    return count;
  }

  private byte[] next() throws IOException {
    try {
      byte[] block = blocks.poll(20, TimeUnit.SECONDS);
      if (block == null) {
        throw new IOException("the test forgot to end the input");
      }
      return block;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("one system call a byte");
  }
}
