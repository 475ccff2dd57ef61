package glomers.workbench.cluster;

import glomers.workbench.time.RealTimeScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * One process, with a thread for each of its three streams. The threads only carry lines to and
 * from the scheduler's thread, which interprets them.
 */
final class NodeProcess {
  private static final long END_SECONDS_MAX = 5;
  private static final long LAST_OUTPUT_MILLIS_MAX = 2_000;

  /** What was printed before an exit may still be on its way, on a busy machine for some time. */
  private static final long EXIT_OUTPUT_MILLIS_MAX = 5_000;

  private static final long STREAMS_END_SECONDS_MAX = 1;

  private final String id;
  private final ProcessGroup group;
  private final Process process;
  private final NodeLogFile log;
  private final RealTimeScheduler scheduler;
  private final Cluster.Output output;
  private final InputPump stdin;
  private final OutputPump stdout;
  private final ErrorPump stderr;
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private Thread writer;
  private Thread reader;

  private NodeProcess(
      String id,
      ProcessGroup group,
      NodeLogFile log,
      AtomicLong waitingOfAll,
      RealTimeScheduler scheduler,
      Cluster.Output output,
      BiConsumer<String, String> errorEcho) {
    this.id = id;
    this.group = group;
    this.process = group.leader();
    this.log = log;
    this.scheduler = scheduler;
    this.output = output;
    this.stdin = new InputPump(process.getOutputStream(), waitingOfAll, this::fail);
    this.stdout = new OutputPump(process, scheduler::execute, this::take, this::fail);
    this.stderr = new ErrorPump(process.getErrorStream(), log, line -> errorEcho.accept(id, line));
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
      Map<String, String> environment,
      NodeLogFile log,
      AtomicLong waitingOfAll,
      RealTimeScheduler scheduler,
      Cluster.Output output,
      BiConsumer<String, String> errorEcho)
      throws IOException {
    ProcessGroup group;
    try {
      group = ProcessGroup.start(command, environment);
    } catch (IOException e) {
      log.close();
      throw e;
    }
    NodeProcess node = new NodeProcess(id, group, log, waitingOfAll, scheduler, output, errorEcho);
    node.writer = node.run("stdin", node.stdin);
    Thread errorReader = node.run("stderr", node.stderr);
    node.reader = node.run("stdout", node.stdout);
    node.process.onExit().thenRun(() -> node.exited(node.reader, errorReader));
    return node;
  }

  private Thread run(String stream, Runnable pump) {
    Thread thread = new Thread(pump, id + " " + stream);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
    return thread;
  }

  void deliver(String line) {
    if (!over.get()) {
      stdin.add(line);
    }
  }

  /** How many characters wait for the node to read them. */
  long waitingChars() {
    return stdin.waitingChars();
  }

  /** Too much waits for the node to read it. */
  void failUnread() {
    stdin.failUnread();
  }

  private void take(List<String> lines) {
    if (!over.get()) {
      lines.forEach(output::line);
    }
  }

  private void exited(Thread reader, Thread errorReader) {
    try {
      // Its children must not outlive it, nor keep its streams open.
      ProcessGroup.kill(List.of(group));
      reader.join(EXIT_OUTPUT_MILLIS_MAX);
      errorReader.join(EXIT_OUTPUT_MILLIS_MAX);
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
    if (stdout.hasPrinted() || !process.isAlive()) {
      return false;
    }
    writer.interrupt();
    try {
      process.waitFor(LAST_OUTPUT_MILLIS_MAX, TimeUnit.MILLISECONDS);
      reader.join(LAST_OUTPUT_MILLIS_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return stdout.hasPrinted();
  }

  /** The beginning of what has come on standard output without a line end. */
  String unfinishedLine() {
    return stdout.unfinishedLine();
  }

  List<String> lastErrors() {
    return stderr.lastLines();
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
