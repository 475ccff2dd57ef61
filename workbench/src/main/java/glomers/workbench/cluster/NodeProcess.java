package glomers.workbench.cluster;

import glomers.protocol.LineReader;
import glomers.workbench.time.RealTimeScheduler;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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

  private static final long END_SECONDS_MAX = 5;

  private final String id;
  private final Process process;
  private final RealTimeScheduler scheduler;
  private final Cluster.Output output;
  // Linked, for it is all but empty: arrays of this size for 25 nodes held up the first seconds.
  private final BlockingQueue<String> input = new LinkedBlockingQueue<>(WAITING_LINES_MAX);
  private final Semaphore blocks = new Semaphore(WAITING_BLOCKS_MAX);
  private final LastLines errors = new LastLines();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private Thread writer;
  private Thread reader;

  private NodeProcess(
      String id, Process process, RealTimeScheduler scheduler, Cluster.Output output) {
    this.id = id;
    this.process = process;
    this.scheduler = scheduler;
    this.output = output;
  }

  static NodeProcess start(
      String id,
      List<String> command,
      Path log,
      RealTimeScheduler scheduler,
      Cluster.Output output,
      BiConsumer<String, String> errorEcho)
      throws IOException {
    Files.createDirectories(log.getParent());
    BufferedWriter logWriter =
        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              // As Maelstrom does: a program that relies on its working directory should fail here,
              // too.
              .directory(new File(System.getProperty("java.io.tmpdir")))
              .start();
    } catch (IOException e) {
      logWriter.close();
      throw e;
    }
    NodeProcess node = new NodeProcess(id, process, scheduler, output);
    node.writer = node.run("stdin", node::writeInput);
    Thread stderr = node.run("stderr", () -> node.readErrors(logWriter, errorEcho));
    node.reader = node.run("stdout", node::readOutput);
    process.onExit().thenRun(() -> node.exited(node.reader, stderr));
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
    if (!input.offer(line)) {
      fail(
          "does not read its standard input: " + WAITING_LINES_MAX + " messages wait for it",
          "read lines in a loop, and let no handler block");
    }
  }

  private void writeInput() {
    try (OutputStream stdin = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      while (true) {
        String line = input.poll();
        if (line == null) {
          stdin.flush();
          line = input.take();
        }
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
        if (!lines.isEmpty()) {
          blocks.acquire();
          scheduler.execute(() -> take(lines));
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

  private void take(List<String> lines) {
    blocks.release();
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

  private void readErrors(BufferedWriter log, BiConsumer<String, String> echo) {
    LineReader reader = new LineReader(process.getErrorStream(), bytes -> {});
    try (log) {
      while (reader.fill()) {
        for (String line = reader.next(); line != null; line = reader.next()) {
          errors.add(line);
          log.write(line);
          log.newLine();
          echo.accept(id, line);
        }
        log.flush();
      }
    } catch (IOException e) {
      // The stream was closed under the reader, or the log can't be written: neither is the node's
      // fault.
    }
  }

  private void exited(Thread stdout, Thread stderr) {
    try {
      // Its last output may still be on its way.
      stdout.join(1_000);
      stderr.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fail(
        "exited with status " + process.exitValue() + " in the middle of the test",
        "a node must run until it is killed; its last words may tell why it did not");
  }

  private void fail(String problem, String remedy) {
    scheduler.execute(
        () -> {
          if (over.compareAndSet(false, true)) {
            output.failed(new NodeFailure(id, problem, remedy));
          }
        });
  }

  List<String> lastErrors() {
    return errors.lines();
  }

  /**
   * Sends a signal to the process and to its children. Java itself can only send signals that end
   * it.
   */
  void signal(String name) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(ProcessHandle::isAlive)
        .forEach(handle -> command.add(Long.toString(handle.pid())));
    if (command.size() == 2) {
      return;
    }
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      fail("can't be sent a signal: " + e.getMessage(), "see that there is a command kill");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills the process and its children. */
  void kill() {
    over.set(true);
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    // The one waits for lines to write, the other perhaps for someone to look at what it has read.
    writer.interrupt();
    reader.interrupt();
  }

  void awaitEnd() {
    try {
      process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS);
      for (Thread thread : threads) {
        thread.join(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
