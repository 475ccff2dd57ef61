package glomers.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An output that keeps what is written, write by write. Safe for use by many threads. */
final class RecordingOutput extends OutputStream {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final List<byte[]> writes = new ArrayList<>();
  private boolean broken;

  /** From now on nothing can be written any more. */
  synchronized void breakIt() {
    broken = true;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (broken) {
      throw new IOException("broken pipe");
    }
    byte[] copy = new byte[length];
    System.arraycopy(bytes, offset, copy, 0, length);
    writes.add(copy);
    notifyAll();
  }

  @Override
  public void write(int b) {
    throw new UnsupportedOperationException("one system call a byte");
  }

  synchronized List<String> writes() {
    return writes.stream().map(write -> new String(write, StandardCharsets.UTF_8)).toList();
  }

  synchronized List<String> lines() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    writes.forEach(all::writeBytes);
    return all.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** Waits, not for ever, until so many writes have been made. */
  synchronized void awaitWrites(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (writes.size() < count) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("waited for " + count + " writes, but got " + writes());
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
