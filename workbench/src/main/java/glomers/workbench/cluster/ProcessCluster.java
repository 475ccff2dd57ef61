package glomers.workbench.cluster;

import glomers.workbench.fault.Unsynced;
import glomers.workbench.time.RealTimeScheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Nodes as processes of the operating system: one program, in any language, started once per node.
 * All processes are ended when this is closed, and when the JVM ends; where the system has what
 * {@link Reaper} needs, also if it is killed. Once closed, it starts no more nodes.
 */
public final class ProcessCluster implements Cluster {
  /** Characters, two bytes each at most, that may wait for nodes to read them. */
  private static final long WAITING_CHARS_MAX = Runtime.getRuntime().maxMemory() / 8;

  /** Names the folder of all that the nodes of a run keep, as the node library reads it. */
  private static final String DATA = "GLOMERS_DATA";

  private final List<String> command;
  private final Path logDirectory;
  private final RealTimeScheduler scheduler;
  private final BiConsumer<String, String> errorEcho;
  private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();
  private final AtomicLong waitingChars = new AtomicLong();
  private final Escaped.Mark mark = Escaped.Mark.unique();
  private final Map<String, String> environment;
  private final Reaper reaper = Reaper.start(mark);
  private boolean closed;
  private final Thread closeAtExit = new Thread(this::endAll, "end-nodes");

  /**
   * A cluster without nodes.
   *
   * @param command the program, by its full path, and its arguments
   * @param logDirectory gets a file {@code <id>.log} with what each node prints on standard error;
   *     beside it, {@code node-data} is there for what nodes keep when they are killed
   * @param errorEcho receives (node, line) for all those lines, too; may be called on any thread
   */
  public ProcessCluster(
      List<String> command,
      Path logDirectory,
      RealTimeScheduler scheduler,
      BiConsumer<String, String> errorEcho) {
    this.command = List.copyOf(command);
    this.logDirectory = logDirectory;
    this.scheduler = scheduler;
    this.errorEcho = errorEcho;
    Path data = logDirectory.toAbsolutePath().resolveSibling("node-data");
    this.environment = Map.of(Escaped.Mark.NAME, mark.value(), DATA, data.toString());
    Runtime.getRuntime().addShutdownHook(closeAtExit);
  }

  @Override
  public void start(String id, Output output) {
    try {
      synchronized (nodes) { // a node that runs is known: closing must not miss it
        if (closed) {
          return;
        }
        nodes.put(
            id,
            NodeProcess.start(
                id,
                command,
                environment,
                new NodeLogFile(logDirectory.resolve(id + ".log")),
                waitingChars,
                scheduler,
                output,
                errorEcho));
      }
    } catch (IOException e) {
      output.failed(
          new NodeFailure(
              id,
              "can't be started: " + e.getMessage(),
              "check that "
                  + command.get(0)
                  + " runs by itself: it must be executable (chmod +x),"
                  + " and a script needs a first line such as #!/usr/bin/env python3"));
    }
  }

  @Override
  public void deliver(String id, String line) {
    NodeProcess node = node(id);
    if (node != null) {
      node.deliver(line);
      if (waitingChars.get() > WAITING_CHARS_MAX) {
        all().stream()
            .max(Comparator.comparingLong(NodeProcess::waitingChars))
            .ifPresent(NodeProcess::failUnread);
      }
    }
  }

  @Override
  public void pause(String id) {
    node(id).signal("STOP");
  }

  @Override
  public void resume(String id) {
    node(id).signal("CONT");
  }

  @Override
  public void kill(String id, Unsynced left) {
    NodeProcess.kill(List.of(node(id)));
  }

  @Override
  public List<String> lastErrors(String id) {
    NodeProcess node = node(id);
    return node == null ? List.of() : node.lastErrors();
  }

  @Override
  public List<String> hints(String id) {
    List<String> hints = new ArrayList<>();
    NodeProcess node = node(id);
    if (node != null) {
      if (!node.unfinishedLine().isEmpty()) {
        hints.add(
            "It printed this on standard output, and no line end after it:\n    "
                + node.unfinishedLine());
      }
      if (node.printsOnlyAtItsEnd()) {
        hints.add(
            "It printed its messages only when its input had ended: they wait in a buffer. Flush"
                + " standard output after each message, as by print(…, flush=True) in Python or"
                + " fflush(stdout) in C.");
      }
      RelativeFiles.hint(
              Path.of(command.get(0)),
              Path.of(System.getProperty("java.io.tmpdir")),
              node.lastErrors())
          .ifPresent(hints::add);
    }
    return hints;
  }

  private NodeProcess node(String id) {
    synchronized (nodes) {
      return nodes.get(id);
    }
  }

  @Override
  public void close() {
    endAll();
    reaper.close();
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException e) {
      // the JVM is ending already, and the hook has run or is running
    }
  }

  private List<NodeProcess> all() {
    synchronized (nodes) {
      return new ArrayList<>(nodes.values());
    }
  }

  private void endAll() {
    List<NodeProcess> all;
    synchronized (nodes) {
      closed = true;
      all = all();
    }
    NodeProcess.kill(all);
    NodeProcess.awaitEnd(all);
  }

  /** Why the log of a node lacks something; empty if none does. To be asked for at the end. */
  public Optional<IOException> logProblem() {
    return all().stream().flatMap(node -> node.logProblem().stream()).findFirst();
  }

  /**
   * The processes that nodes have started and that still run, each as {@code 1234 (sleep)}. To be
   * asked for after {@link #close}.
   */
  public List<String> escaped() {
    return Escaped.of(mark);
  }
}
