package glomers.bench.process;

import glomers.bench.report.Metric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.ObjDoubleConsumer;

/** Sends echoes through a node as fast as it reads them, and checks each answer afterwards. */
public final class Throughput implements Measurement {
  private static final int BLOCK_BYTES = 64 << 10;

  private final int count;
  private final byte[] requests;

  /**
   * Throughput over this many messages.
   *
   * @param count at least 1
   */
  public Throughput(int count) {
    this.count = count;
    ByteArrayOutputStream all = new ByteArrayOutputStream(100 * count);
    for (int id = 1; id <= count; id++) {
      all.writeBytes(RunningNode.Messages.echo(id));
    }
    this.requests = all.toByteArray();
  }

  @Override
  public void run(Subject subject, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    byte[] replies;
    try (RunningNode node = RunningNode.startInitialised(subject)) {
      double cpuMillis = node.usage().cpuMillis();
      OptionalLong writes = node.usage().writes();
      long start = System.nanoTime();
      Thread writer = new Thread(() -> push(node), "pusher");
      writer.start();
      replies = readReplies(node.output());
      double seconds = (System.nanoTime() - start) / 1e9;
      results.accept(Metric.THROUGHPUT, count / seconds);
      results.accept(Metric.THROUGHPUT_CPU, (node.usage().cpuMillis() - cpuMillis) * 1_000 / count);
      OptionalLong writesAfter = node.usage().writes();
      if (writes.isPresent() && writesAfter.isPresent()) {
        results.accept(
            Metric.THROUGHPUT_WRITES,
            (double) (writesAfter.getAsLong() - writes.getAsLong()) / count);
      }
      node.usage()
          .peakResidentMegabytes()
          .ifPresent(megabytes -> results.accept(Metric.THROUGHPUT_RESIDENT, megabytes));
      check(replies); // a node that has answered more than this may still hold up the writer
      writer.join();
    }
  }

  private void push(RunningNode node) {
    try {
      OutputStream in = node.input();
      for (int from = 0; from < requests.length; from += BLOCK_BYTES) {
        in.write(requests, from, Math.min(BLOCK_BYTES, requests.length - from));
      }
      in.flush();
    } catch (IOException e) {
      // The node has gone: the reader finds that out, too.
    }
  }

  private byte[] readReplies(InputStream out) throws IOException {
    byte[] replies = new byte[requests.length * 2];
    int length = 0;
    int lines = 0;
    while (lines < count) {
      int read = length == replies.length ? -1 : out.read(replies, length, replies.length - length);
      if (read < 0) {
        throw new IOException("only " + lines + " of " + count + " echoes were answered");
      }
      for (int i = length; i < length + read; i++) {
        if (replies[i] == '\n') {
          lines++;
        }
      }
      length += read;
    }
    return Arrays.copyOf(replies, length);
  }

  /** In any order: the official library for Go handles messages side by side. */
  private void check(byte[] replies) throws IOException {
    boolean[] answered = new boolean[count + 1];
    String[] lines = new String(replies, StandardCharsets.UTF_8).split("\n");
    for (String line : lines) {
      int id = EchoReply.check(line);
      if (id < 1 || id > count || answered[id]) {
        throw new IOException("an answer to nothing that was asked, or a second one: " + line);
      }
      answered[id] = true;
    }
  }
}
