package glomers.workbench.cluster;

import glomers.protocol.LineReader;
import glomers.workbench.time.RealTimeScheduler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * One process, with a thread for each of its three streams. The threads only carry lines to and
 * from the scheduler's thread, which interprets them.
 */
final class NodeProcess {
  /**
   * Lines that wait for the node to read them; bounded, so that a node that reads nothing is
   * noticed.
   */
  private static final int WAITING_LINES_MAX = 100_000;

  /** Blocks of output that wait to be handled; a node that prints faster must wait. */
  private static final int WAITING_BLOCKS_MAX = 64;

  /** A long line counts for as many blocks as it would fill. */
  private static final int BLOCK_CHARS = 1 << 16;

  private static final long END_SECONDS_MAX = 5;
  private static final long LAST_OUTPUT_MILLIS_MAX = 500;
  private static final long STREAMS_END_SECONDS_MAX = 1;

  private final String id;
  private final ProcessGroup group;
  private final Process process;
  private final AtomicLong waitingOfAll;
  private final AtomicLong waiting = new AtomicLong();
  private final NodeLogFile log;
  private final RealTimeScheduler scheduler;
  private final Cluster.Output output;
  // Linked, for it is all but empty: arrays of this size for 25 nodes held up the first seconds.
  private final BlockingQueue<String> input = new LinkedBlockingQueue<>(WAITING_LINES_MAX);
  private final Semaphore blocks = new Semaphore(WAITING_BLOCKS_MAX);
  private final LastLines errors = new LastLines();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean unread;
  private volatile String unfinishedLine = "";
  private volatile boolean hasPrinted;
  private boolean logIsFull;
  private Thread writer;
  private Thread reader;

  private NodeProcess(
      String id,
      ProcessGroup group,
      NodeLogFile log,
      AtomicLong waitingOfAll,
      RealTimeScheduler scheduler,
      Cluster.Output output) {
    this.id = id;
    this.group = group;
    this.process = group.leader();
    this.log = log;
    this.waitingOfAll = waitingOfAll;
    this.scheduler = scheduler;
    this.output = output;
  }

  /**
   * Starts a node.
   *
   * @param log gets what it prints on standard error; is closed when that ends
   * @param waitingOfAll counts the characters that wait to be read by any node of the cluster
   * @throws IOException if the program can't be started
   */
  static NodeProcess start(
      String id,
      List<String> command,
      Escaped.Mark mark,
      NodeLogFile log,
      AtomicLong waitingOfAll,
      RealTimeScheduler scheduler,
      Cluster.Output output,
      BiConsumer<String, String> errorEcho)
      throws IOException {
    ProcessGroup group;
    try {
      group = ProcessGroup.start(command, mark);
    } catch (IOException e) {
      log.close();
      throw e;
    }
    NodeProcess node = new NodeProcess(id, group, log, waitingOfAll, scheduler, output);
    node.writer = node.run("stdin", node::writeInput);
    Thread stderr = node.run("stderr", () -> node.readErrors(errorEcho));
    node.reader = node.run("stdout", node::readOutput);
    node.process.onExit().thenRun(() -> node.exited(node.reader, stderr));
    return node;
  }

  private Thread run(String stream, Runnable task) {
    Thread thread = new Thread(task, id + " " + stream);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    return thread;
  }

  void deliver(String line) {
    if (over.get() || unread) {
      return;
    }
    count(line.length());
    if (!input.offer(line)) {
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
    fail(
        String.format(
            Locale.ROOT,
            "does not read its standard input: %,d messages of %,d characters in all wait for it",
            input.size(),
            waiting.get()),
        "read lines in a loop, and let no handler block");
    input.clear();
    count(-waiting.get());
  }

  private void writeInput() {
    try (OutputStream stdin = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      while (true) {
        String line = input.poll();
        if (line == null) {
          stdin.flush();
          line = input.take();
        }
        count(-line.length());
        stdin.write(line.getBytes(StandardCharsets.UTF_8));
        stdin.write('\n');
      }
    } catch (IOException e) {
      // The node has closed its input or is gone. The latter is told by its exit.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOutput() {
    LineReader reader = new LineReader(process.getInputStream(), this::overlong);
    try {
      while (reader.fill()) {
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(line);
        }
        unfinishedLine = reader.unfinished();
        hasPrinted |= !lines.isEmpty();
        if (!lines.isEmpty()) {
          int permits = permits(lines);
          blocks.acquire(permits);
          scheduler.execute(() -> take(lines, permits));
        }
      }
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        fail("has closed its standard output but runs on", "keep standard output open");
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

  private void take(List<String> lines, int permits) {
    blocks.release(permits);
    if (!over.get()) {
      lines.forEach(output::line);
    }
  }

  private void overlong(long bytes) {
    fail(
        "printed a line of "
            + bytes
            + " bytes; the longest that is read has "
            + LineReader.LINE_BYTES_MAX,
        "send less in one message");
  }

  private void readErrors(BiConsumer<String, String> echo) {
    LineReader reader =
        new LineReader(
            process.getErrorStream(),
            bytes -> add("(a line of " + bytes + " bytes is left out)", echo));
    try (log) {
      while (reader.fill()) {
        for (String line = reader.next(); line != null; line = reader.next()) {
          add(line, echo);
        }
        log.flush();
      }
    } catch (IOException e) {
      // The stream was closed under the reader: the node was ended.
    }
  }

  private void add(String line, BiConsumer<String, String> echo) {
    errors.add(line);
    if (log.add(line)) {
      echo.accept(id, line);
    } else if (!logIsFull) {
      logIsFull = true;
      echo.accept(id, "(it prints more than is shown here; the end is in " + log + ")");
    }
  }

  private void exited(Thread stdout, Thread stderr) {
    try {
      // Its children must not outlive it, nor keep its streams open.
      ProcessGroup.kill(List.of(group));
      // Its last output may still be on its way.
      stdout.join(1_000);
      stderr.join(1_000);
    } catch (IOException e) {
      failToSignal(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(() -> output.exited(process.exitValue()));
  }

  private void fail(String problem, String remedy) {
    end(() -> output.failed(new NodeFailure(id, problem, remedy)));
  }

  /** Reports the end of the node, if nothing has ended it before. */
  private void end(Runnable report) {
    scheduler.execute(
        () -> {
          if (over.compareAndSet(false, true)) {
            report.run();
          }
        });
  }

  /**
   * Whether a node that has printed nothing so far does so when its input ends. Ends its input, and
   * waits for a moment.
   */
  boolean printsOnlyAtItsEnd() {
    if (hasPrinted || !process.isAlive()) {
      return false;
    }
    writer.interrupt();
    try {
      process.waitFor(LAST_OUTPUT_MILLIS_MAX, TimeUnit.MILLISECONDS);
      reader.join(LAST_OUTPUT_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return hasPrinted;
  }

  /** The beginning of what has come on standard output without a line end. */
  String unfinishedLine() {
    return unfinishedLine;
  }

  List<String> lastErrors() {
    return errors.lines();
  }

  /** Why the log lacks something; empty if it lacks nothing. */
  Optional<IOException> logProblem() {
    return log.problem();
  }

  /** Sends a signal to the process and what it has started. */
  void signal(String name) {
    try {
      group.signal(name);
    } catch (IOException e) {
      failToSignal(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failToSignal(IOException e) {
    fail("can't be sent a signal: " + e.getMessage(), "see that there is a /bin/sh");
  }

  /** Ends these processes and what they have started, at once. */
  static void kill(Collection<NodeProcess> nodes) {
    nodes.forEach(node -> node.over.set(true));
    try {
      ProcessGroup.kill(nodes.stream().map(node -> node.group).toList());
    } catch (IOException e) {
      // There is no shell. The programs themselves have been ended all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (NodeProcess node : nodes) {
      // The one waits for lines to write, the other perhaps for someone to look at what it has
      // read.
      node.writer.interrupt();
      node.reader.interrupt();
    }
  }

  /** Waits until these have ended, but not for ever: what has escaped may keep a stream open. */
  static void awaitEnd(Collection<NodeProcess> nodes) {
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS_MAX);
      for (NodeProcess node : nodes) {
        node.process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STREAMS_END_SECONDS_MAX);
      for (NodeProcess node : nodes) {
        for (Thread thread : node.threads) {
          thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
