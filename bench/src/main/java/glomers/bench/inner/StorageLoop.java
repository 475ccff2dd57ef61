package glomers.bench.inner;

import glomers.bench.process.DataFolder;
import glomers.bench.report.Metric;
import glomers.protocol.Body;
import glomers.storage.Disk;
import glomers.storage.FileDisk;
import glomers.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjDoubleConsumer;

/**
 * Appends to a node's storage as fast as they are synced, beside a bare loop that writes as many
 * bytes to a file, and forces them, on the same disk.
 */
public final class StorageLoop {
  private static final long RUN_NANOS = 2_000_000_000L;
  private static final int MANY = 100;

  /** What a send of a log keeps. */
  record Kept(String key, long msg) implements Body {}

  private static final Kept RECORD = new Kept("10", 123);

  /** As many bytes as the storage writes for it. */
  private static final int RECORD_BYTES = 12 + "{'type':'kept','key':'10','msg':123}".length();

  private final Path folder;

  /**
   * A loop on the disk of this folder.
   *
   * @param folder is there; files in it are removed again
   */
  public StorageLoop(Path folder) {
    this.folder = folder;
  }

  /** Measures once; the storage and the bare loop take turns. */
  public void run(ObjDoubleConsumer<Metric> results) throws IOException, InterruptedException {
    results.accept(Metric.FORCE_1, bare(1));
    appends(1, Metric.APPEND_1, Metric.APPEND_1_P99, results);
    double bare = bare(MANY);
    results.accept(Metric.FORCE_100, bare);
    double perSecond = appends(MANY, Metric.APPEND_100, Metric.APPEND_100_P99, results);
    results.accept(Metric.APPEND_100_SHARE, 100 * perSecond / bare);
  }

  /** How many records per second, so many at a time, a file takes. */
  private double bare(int atATime) throws IOException {
    Path file = Files.createTempFile(folder, "bare", "");
    long records = 0;
    long start = System.nanoTime();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocate(atATime * RECORD_BYTES);
      while (System.nanoTime() - start < RUN_NANOS) {
        channel.write(bytes.clear());
        channel.force(false);
        records += atATime;
      }
    }
    double perSecond = records * 1e9 / (System.nanoTime() - start);
    Files.delete(file);
    return perSecond;
  }

  private double appends(int waiting, Metric rate, Metric p99, ObjDoubleConsumer<Metric> results)
      throws IOException, InterruptedException {
    Path files = Files.createTempDirectory(folder, "storage");
    try (Run run = new Run(files, waiting)) {
      double perSecond = run.perSecond();
      results.accept(rate, perSecond);
      results.accept(p99, run.p99Micros());
      return perSecond;
    } finally {
      DataFolder.delete(files);
    }
  }

  /** A storage as a node has it: one lock, and a thread for what is due. */
  private static final class Run implements AutoCloseable {
    private long[] latencies = new long[1 << 16]; // boxed, they would be the collector's work
    private int appends;
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch ended;
    private final Storage storage;
    private final long startNanos;
    private long endNanos;

    Run(Path files, int waiting) {
      Disk disk =
          FileDisk.in(
              files,
              this::serially,
              reason -> {
                throw new IllegalStateException(reason);
              });
      storage =
          new Storage(
              disk, task -> timers.schedule(() -> serially(task), 0, TimeUnit.NANOSECONDS), null);
      ended = new CountDownLatch(waiting);
      storage.replay();
      startNanos = System.nanoTime();
      serially(
          () -> {
            for (int i = 0; i < waiting; i++) {
              append(startNanos);
            }
          });
    }

    private void serially(Runnable task) {
      lock.lock();
      try {
        task.run();
      } finally {
        lock.unlock();
      }
    }

    private void append(long begun) {
      storage.append(RECORD);
      storage
          .sync()
          .thenRun(
              () -> {
                endNanos = System.nanoTime();
                add(endNanos - begun);
                if (endNanos - startNanos < RUN_NANOS) {
                  append(endNanos);
                } else {
                  ended.countDown();
                }
              });
    }

    private void add(long nanos) {
      if (appends == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * appends);
      }
      latencies[appends++] = nanos;
    }

    double perSecond() throws InterruptedException {
      ended.await();
      return appends * 1e9 / (endNanos - startNanos);
    }

    double p99Micros() {
      Arrays.sort(latencies, 0, appends);
      return latencies[(int) (0.99 * appends)] / 1e3;
    }

    @Override
    public void close() {
      timers.shutdown();
    }
  }
}
