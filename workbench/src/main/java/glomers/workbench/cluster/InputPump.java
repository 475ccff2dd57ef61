package glomers.workbench.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Carries lines to a node's standard input, on a thread of its own. */
final class InputPump implements Runnable {
  /**
   * Lines that wait for the node to read them; bounded, so that a node that reads nothing is
   * noticed.
   */
  private static final int WAITING_LINES_MAX = 100_000;

  private final OutputStream stdin;
  private final AtomicLong waitingOfAll;
  private final BiConsumer<String, String> fail;
  private final AtomicLong waiting = new AtomicLong();
  // Linked, for it is all but empty: arrays of this size for 25 nodes held up the first seconds.
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(WAITING_LINES_MAX);
  private volatile boolean unread;

  /**
   * A pump without lines.
   *
   * @param waitingOfAll counts the characters that wait to be read by any node of the cluster
   * @param fail receives a problem of the node, and its remedy
   */
  InputPump(OutputStream stdin, AtomicLong waitingOfAll, BiConsumer<String, String> fail) {
    this.stdin = stdin;
    this.waitingOfAll = waitingOfAll;
    this.fail = fail;
  }

  void add(String line) {
    if (unread) {
      return;
    }
    count(line.length());
    if (!lines.offer(line)) {
      failUnread();
    }
  }

  private void count(long chars) {
    waiting.addAndGet(chars);
    waitingOfAll.addAndGet(chars);
  }

  /** How many characters wait for the node to read them. */
  long waitingChars() {
    return waiting.get();
  }

  /** Too much waits for the node to read it. */
  void failUnread() {
    unread = true;
    fail.accept(
        String.format(
            Locale.ROOT,
            "does not read its standard input: %,d messages of %,d characters in all wait for it",
            lines.size(),
            waiting.get()),
        "read lines in a loop, and let no handler block");
    lines.clear();
    count(-waiting.get());
  }

  @Override
  public void run() {
    try (OutputStream out = new BufferedOutputStream(stdin, 1 << 16)) {
      while (true) {
        String line = lines.poll();
        if (line == null) {
          out.flush();
          line = lines.take();
        }
        count(-line.length());
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    } catch (IOException e) {
      // The node has closed its input or is gone. The latter is told by its exit.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
