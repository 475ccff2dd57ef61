package glomers.node;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import glomers.log.BackgroundLogger;
import glomers.protocol.EncodedMessage;
import glomers.protocol.LineReader;
import glomers.storage.Disk;
import glomers.storage.FileDisk;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * Runs a node on standard input and output, as Maelstrom expects it.
 *
 * <p>The calling thread reads and runs the handlers; timers have a thread of their own, which
 * starts with the first timer. A lock excludes one while the other runs; that costs less than
 * handing each message to another thread. All lines that are written while a block of input is
 * handled are sent in one write at its end.
 */
public final class StdioRuntime {
  /** The exit status of a node whose disk fails, or does not give back what was written to it. */
  static final int DISK_FAILED = 74;

  private final InputStream in;
  private final LineOutput out;
  private final System.Logger log;
  private final IntConsumer exit;
  private final ReentrantLock lock = new ReentrantLock();
  private final RandomGenerator random = new SplittableRandom();
  private ScheduledThreadPoolExecutor timers;
  private FileDisk disk;
  private boolean ended;
  private volatile IOException broken;

  /**
   * A runtime on these streams.
   *
   * @param exit ends the process with a status; called when a timer finds the output closed while
   *     the reading thread still waits for input, and when the disk fails
   */
  StdioRuntime(InputStream in, OutputStream out, System.Logger log, IntConsumer exit) {
    this.in = in;
    this.out = new LineOutput(out);
    this.log = log;
    this.exit = exit;
  }

  /**
   * Runs a node in this process until standard input ends, then ends the process: with status 0
   * when everything is written, to {@link Node#storage}, too, with status 1 if standard output was
   * closed, or with status 74 if the disk fails.
   *
   * <p>Standard output carries messages and nothing else: {@code System.out} is redirected to
   * standard error, so that a stray {@code println} does no harm.
   *
   * @param server constructs the server on its node, usually {@code Server::new}; called once, when
   *     the node is initialised
   */
  public static void run(Consumer<? super Node> server) {
    run(server, false);
  }

  /**
   * As {@link #run}, but the JVM is warmed up with the server before the node reads its first
   * message, so that the node is fast from the first message on.
   *
   * <p>This pays where the slowest message of a run counts, and many nodes share few cores: the JVM
   * interprets a method until it has run some hundred times, and 25 nodes that interpret need more
   * CPU time in their first seconds than two cores have. Other nodes only start the later, by less
   * than a tenth of a second of CPU time.
   *
   * <p>In that time this process constructs the server three times more, on nodes in memory, gives
   * these made-up messages of every type that they have handlers of, and lets their timers run.
   * What the server sends, logs or prints on {@code System.out} meanwhile is dropped, and its
   * failures are ignored; what it keeps in {@link Node#storage} is dropped, too. Whatever else it
   * does, it does then, too, and its static fields are those of the real one: a server that writes
   * files, starts threads or keeps static state must not be warmed up. With {@code
   * GLOMERS_WARM_UP=off} in the environment this is {@link #run}.
   */
  public static void runWarmedUp(Consumer<? super Node> server) {
    run(server, !"off".equals(System.getenv("GLOMERS_WARM_UP")));
  }

  private static void run(Consumer<? super Node> server, boolean warmedUp) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    if (warmedUp) {
      WarmUp.of(server, new CpuClock(), System::nanoTime);
    }
    MemoryReserve.fill();
    BackgroundLogger log = BackgroundLogger.toStderr("node", System.getenv("GLOMERS_LOG"));
    IntConsumer exit =
        status -> {
          log.close();
          System.exit(status);
        };
    exit.accept(new StdioRuntime(in, out, log, exit).serve(server));
  }

  /** Runs the node until the input ends or the output is closed. Returns the exit status. */
  int serve(Consumer<? super Node> server) {
    SampledLog sampled = new SampledLog(log);
    NodeEngine engine = new NodeEngine(new Stdio(), server);
    LineReader lines =
        new LineReader(
            in,
            bytes ->
                sampled.log(
                    "overlong line",
                    WARNING,
                    () ->
                        "skipped a line of "
                            + bytes
                            + " bytes: the longest that is read has "
                            + LineReader.LINE_BYTES_MAX
                            + ", or less if memory ends before",
                    null));
    try {
      while (broken == null && lines.fill()) {
        serially(() -> receiveAll(lines, engine));
      }
    } catch (IOException e) {
      log.log(ERROR, "standard input can't be read", e);
    }
    finishWrites();
    serially(this::endTimers);
    if (broken != null) {
      reportBroken();
      return 1;
    }
    log.log(DEBUG, "standard input has ended");
    return 0;
  }

  /** Who has sent a request and closed the input still gets the answer that waits for the disk. */
  private void finishWrites() {
    if (disk == null || timers == null) {
      return;
    }
    try {
      timers.submit(() -> {}).get(); // a timer without delay begins to write
      disk.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Because the lock is held, no timer runs now, and none will begin. */
  private void endTimers() {
    ended = true;
    if (timers != null) {
      timers.shutdownNow();
    }
  }

  private void reportBroken() {
    log.log(ERROR, "standard output can't be written: is its reader gone?", broken);
  }

  private static void receiveAll(LineReader lines, NodeEngine engine) {
    for (String line = lines.next(); line != null; line = lines.next()) {
      engine.receive(line);
    }
  }

  private void serially(Runnable task) {
    lock.lock();
    try {
      task.run();
      out.flush();
    } catch (IOException e) {
      broken = e;
    } catch (OutOfMemoryError e) {
      outOfMemory(e);
    } finally {
      lock.unlock();
    }
  }

  /** Goes on: what comes next may need less, or find that memory is free again. */
  private void outOfMemory(OutOfMemoryError e) {
    MemoryReserve.freeOn(e);
    try {
      log.log(ERROR, "memory has run out", e);
    } catch (OutOfMemoryError again) { // then not even this can be said
    }
  }

  /** The engine's view of this process. Called under the lock only. */
  private final class Stdio implements Environment {
    @Override
    public void transmit(EncodedMessage message) {
      try {
        out.add(message.line());
      } catch (IOException e) {
        broken = e;
      }
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      // The thread of the timers may wait for the lock with a task that is cancelled meanwhile.
      AtomicBoolean cancelled = new AtomicBoolean();
      Future<?> future =
          timers().schedule(() -> runTimer(task, cancelled), delayNanos, TimeUnit.NANOSECONDS);
      return () -> {
        cancelled.set(true);
        future.cancel(false);
      };
    }

    private void runTimer(Runnable task, AtomicBoolean cancelled) {
      runLater(
          () -> {
            if (!cancelled.get()) {
              task.run();
            }
          });
    }

    /** Runs a task on another thread than the one that reads. */
    private void runLater(Runnable task) {
      serially(
          () -> {
            if (!ended) {
              task.run();
            }
          });
      if (broken != null) {
        reportBroken();
        exit.accept(1);
      }
    }

    private ScheduledThreadPoolExecutor timers() {
      if (timers == null) {
        timers =
            new ScheduledThreadPoolExecutor(
                1,
                task -> {
                  Thread thread = new Thread(task, "timers");
                  thread.setDaemon(true);
                  return thread;
                });
        timers.setRemoveOnCancelPolicy(true);
      }
      return timers;
    }

    @Override
    public long nowNanos() {
      return System.nanoTime();
    }

    @Override
    public RandomGenerator random() {
      return random;
    }

    @Override
    public Disk disk(String node) {
      Path folder = DataFolder.ofThisProcess().of(node, ProcessHandle.current());
      disk = FileDisk.in(folder, this::runLater, this::endForDisk);
      return disk;
    }

    private void endForDisk(String reason) {
      try {
        log.log(ERROR, reason);
      } finally {
        exit.accept(DISK_FAILED); // whatever keeps the words from being told
      }
    }

    @Override
    public System.Logger log() {
      return log;
    }
  }
}
