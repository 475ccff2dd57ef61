package glomers.workbench.cluster;

import glomers.protocol.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Carries lines from a node's standard output to the scheduler, on a thread of its own. */
final class OutputPump implements Runnable {
  /** Blocks of output that wait to be handled; a node that prints faster must wait. */
  private static final int WAITING_BLOCKS_MAX = 64;

  /** A long line counts for as many blocks as it would fill. */
  private static final int BLOCK_CHARS = 1 << 16;

  /**
   * A process whose output has ended has exited, most likely; a busy machine may tell that late.
   */
  private static final long EXIT_SECONDS_MAX = 3;

  private final Process process;
  private final Consumer<Runnable> scheduler;
  private final Consumer<List<String>> output;
  private final BiConsumer<String, String> fail;
  private final Semaphore blocks = new Semaphore(WAITING_BLOCKS_MAX);
  private volatile String unfinishedLine = "";
  private volatile boolean hasPrinted;

  /**
   * A pump that has read nothing.
   *
   * @param scheduler runs tasks on its own thread
   * @param output receives lines there
   * @param fail receives a problem of the node, and its remedy
   */
  OutputPump(
      Process process,
      Consumer<Runnable> scheduler,
      Consumer<List<String>> output,
      BiConsumer<String, String> fail) {
    this.process = process;
    this.scheduler = scheduler;
    this.output = output;
    this.fail = fail;
  }

  @Override
  public void run() {
    LineReader reader = new LineReader(process.getInputStream(), this::overlong);
    try {
      while (reader.fill()) {
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(line);
        }
        unfinishedLine = reader.unfinished();
        if (!lines.isEmpty()) {
          hasPrinted = true;
          int permits = permits(lines);
          blocks.acquire(permits);
          scheduler.accept(
              () -> {
                blocks.release(permits);
                output.accept(lines);
              });
        }
      }
      if (!process.waitFor(EXIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        fail.accept("has closed its standard output but runs on", "keep standard output open");
      }
    } catch (IOException e) {
      // The stream was closed under the reader: the node was ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int permits(List<String> lines) {
    long chars = lines.stream().mapToLong(String::length).sum();
    return (int) Math.min(WAITING_BLOCKS_MAX, 1 + chars / BLOCK_CHARS);
  }

  private void overlong(long bytes) {
    fail.accept(
        "printed a line of %s bytes; the longest that is read has %s"
            .formatted(bytes, LineReader.LINE_BYTES_MAX),
        "send less in one message");
  }

  boolean hasPrinted() {
    return hasPrinted;
  }

  /** The beginning of what has come without a line end. */
  String unfinishedLine() {
    return unfinishedLine;
  }
}
