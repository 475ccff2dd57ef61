package glomers.bench.process;

import glomers.protocol.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node as a process. Its standard error is thrown away. For use by one thread. */
final class RunningNode implements AutoCloseable {
  private final Subject subject;
  private final Process process;
  private final OutputStream in;
  private final LineReader out;
  private final Usage usage;
  private final long startedNanos;

  private RunningNode(Subject subject, Process process, long startedNanos) {
    this.subject = subject;
    this.process = process;
    this.startedNanos = startedNanos;
    this.in = process.getOutputStream();
    this.out = new LineReader(process.getInputStream(), bytes -> {});
    this.usage = new Usage(process);
  }

  /** Starts one; it may take a while until it answers. */
  static RunningNode start(Subject subject) throws IOException {
    return start(subject, true);
  }

  /** As {@link #start(Subject)}; {@code warmedUp} says whether its warm-up is allowed. */
  static RunningNode start(Subject subject, boolean warmedUp) throws IOException {
    return start(subject, Map.of("GLOMERS_WARM_UP", warmedUp ? "on" : "off"));
  }

  /** As {@link #start(Subject)}; what it keeps on the disk is put into this folder. */
  static RunningNode start(Subject subject, Path data) throws IOException {
    return start(subject, Map.of("GLOMERS_DATA", data.toAbsolutePath().toString()));
  }

  private static RunningNode start(Subject subject, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(subject.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    long now = System.nanoTime();
    Process process = builder.start();
    return new RunningNode(subject, process, now);
  }

  /** Starts one, initialises it, and waits for its answer. */
  static RunningNode startInitialised(Subject subject) throws IOException {
    RunningNode node = start(subject);
    try {
      node.sendInit();
      node.awaitLine();
    } catch (IOException e) {
      node.close();
      throw e;
    }
    return node;
  }

  void sendInit() throws IOException {
    send(Messages.INIT);
  }

  /**
   * Sends a line, with its line break.
   *
   * @throws IOException if nobody reads any more
   */
  void send(byte[] line) throws IOException {
    try {
      in.write(line);
      in.flush();
    } catch (IOException e) {
      throw ended(e);
    }
  }

  /**
   * Waits for a line.
   *
   * @throws IOException if there is none any more
   */
  String awaitLine() throws IOException {
    String line = out.next();
    while (line == null) {
      if (!out.fill()) {
        throw ended(null);
      }
      line = out.next();
    }
    return line;
  }

  private IOException ended(IOException cause) {
    return new IOException(
        subject.name() + " has ended: " + String.join(" ", subject.command()), cause);
  }

  /**
   * Its standard output, for a caller that reads bytes, and does not use {@link #awaitLine}
   * afterwards.
   */
  InputStream output() {
    return process.getInputStream();
  }

  /** Its standard input, for a caller that writes several lines at a time. */
  OutputStream input() {
    return in;
  }

  Usage usage() {
    return usage;
  }

  double millisSinceStart() {
    return (System.nanoTime() - startedNanos) / 1e6;
  }

  /** Ends it, at once. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The lines that are sent. */
  static final class Messages {
    static final byte[] INIT =
        bytes(
            "{\"id\":0,\"src\":\"c0\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"node_id\":\"n0\","
                + "\"node_ids\":[\"n0\"],\"msg_id\":1}}\n");

    private Messages() {}

    /** An echo request as Maelstrom sends it, a line with its line break. */
    static byte[] echo(int id) {
      return bytes(
          "{\"id\":"
              + id
              + ",\"src\":\"c1\",\"dest\":\"n0\",\"body\":{\"echo\":\"Please echo "
              + id % 128
              + "\",\"type\":\"echo\",\"msg_id\":"
              + id
              + "}}\n");
    }

    static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
