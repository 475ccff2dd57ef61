package glomers.node;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * The CPU time that the calling thread has taken, in nanoseconds. On Linux it is read from a file:
 * the JVM's own bean takes long until it can be asked first, and a warm-up is short.
 */
final class CpuClock implements LongSupplier {
  private static final String FILE = "/proc/thread-self/schedstat";

  private final byte[] text = new byte[128];
  private LongSupplier bean;

  @Override
  public long getAsLong() {
    if (bean == null) {
      try (InputStream file = new FileInputStream(FILE)) {
        return firstNumber(file.read(text));
      } catch (IOException | NumberFormatException e) {
        bean = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
      }
    }
    return bean.getAsLong();
  }

  private long firstNumber(int length) {
    int end = 0;
    while (end < length && text[end] >= '0' && text[end] <= '9') {
      end++;
    }
    return Long.parseLong(new String(text, 0, end, StandardCharsets.US_ASCII));
  }
}
