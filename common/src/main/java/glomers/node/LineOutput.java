package glomers.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects lines and writes them in as few system calls as possible, whole lines each. Not safe for
 * use by many threads.
 */
final class LineOutput {
  /** More collected bytes than this are written without waiting for {@link #flush}. */
  private static final int GATHERED_BYTES_MAX = 32 << 10;

  private final OutputStream out;
  private byte[] gathered = new byte[GATHERED_BYTES_MAX];
  private int length;

  LineOutput(OutputStream out) {
    this.out = out;
  }

  void add(String line) throws IOException {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (length + bytes.length + 1 > gathered.length) {
      flush();
      if (bytes.length + 1 > gathered.length) {
        byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
        whole[bytes.length] = '\n';
        out.write(whole);
        out.flush();
        return;
      }
    }
    System.arraycopy(bytes, 0, gathered, length, bytes.length);
    length += bytes.length;
    gathered[length++] = '\n';
  }

  void flush() throws IOException {
    if (length > 0) {
      int count = length;
      length = 0;
      out.write(gathered, 0, count);
      out.flush();
    }
  }
}
