package glomers.workbench.disk;

import glomers.storage.Disk;
import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.time.Scheduler;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The disk of a simulated node, which stays when the node has crashed. To force a file or the
 * folder takes time; all else is done at once when its turn has come.
 */
public final class SimulatedDisk {
  private static final Optional<DiskFault> SLOW = Optional.of(DiskFault.SLOW);
  private static final Optional<DiskFault> FAILING = Optional.of(DiskFault.FAILING);
  private static final Optional<DiskFault> FULL = Optional.of(DiskFault.FULL);
  private static final long SLOW_NANOS_MAX = 1_000_000_000;

  /** The most that a full disk still takes. */
  private static final int FREE_BYTES_MAX = 4_096;

  private final Scheduler scheduler;
  private final RandomGenerator random;
  private final LongSupplier latencyNanos;
  private final SimulatedFolder folder = new SimulatedFolder();
  private final List<SimulatedFile> corrupted = new ArrayList<>();
  private Optional<DiskFault> fault = Optional.empty();
  private long capacity;
  private Mount mount;

  /**
   * A disk without files.
   *
   * @param random decides what survives a crash
   * @param latencyNanos how long it takes to force something
   */
  public SimulatedDisk(Scheduler scheduler, RandomGenerator random, LongSupplier latencyNanos) {
    this.scheduler = scheduler;
    this.random = random;
    this.latencyNanos = latencyNanos;
  }

  /**
   * The disk as a node sees it that has just started.
   *
   * @param node runs a task of the node, or drops it if the node has ended
   * @param fail ends the node, with these last words
   */
  public Disk mount(Consumer<Runnable> node, Consumer<String> fail) {
    mount = new Mount(node, fail);
    return mount;
  }

  /** The node has crashed: what it was about to do is not done any more. */
  public void crash(Unsynced left) {
    if (mount != null) {
      mount.queue.clear();
      mount.crashed = true;
      mount = null;
      folder.crash(left, random);
    }
  }

  /** Breaks the disk, until it is mended. */
  public void breakDown(DiskFault how) {
    fault = Optional.of(how);
    capacity = folder.length() + random.nextInt(FREE_BYTES_MAX);
  }

  /** Mends the disk. */
  public void mend() {
    fault = Optional.empty();
  }

  /** Flips a random bit of what survives a crash; of nothing, none. */
  public void corrupt() {
    folder
        .forcedFiles()
        .forEach(
            file -> {
              int offset = random.nextInt(file.forcedLength());
              int bit = random.nextInt(Byte.SIZE);
              file.flip(offset, bit);
              corrupted.add(file);
            });
  }

  /** Flips all of these bits back that were not cut off since. */
  public void restore() {
    corrupted.forEach(SimulatedFile::restore);
    corrupted.clear();
  }

  /** Whether it has no fault. */
  public boolean isSound() {
    return fault.isEmpty() && corrupted.stream().allMatch(SimulatedFile::isSound);
  }

  private long latencyNanos() {
    return fault.equals(SLOW) ? random.nextLong(SLOW_NANOS_MAX) : latencyNanos.getAsLong();
  }

  private boolean fails() {
    return fault.equals(FAILING);
  }

  private record Operation(boolean takesTime, Runnable effect) {}

  private final class Mount implements Disk {
    private final Consumer<Runnable> node;
    private final Consumer<String> fail;
    private final Deque<Operation> queue = new ArrayDeque<>();
    private boolean busy;
    private boolean crashed;

    Mount(Consumer<Runnable> node, Consumer<String> fail) {
      this.node = node;
      this.fail = fail;
    }

    private void enqueue(boolean takesTime, Runnable effect) {
      if (!crashed) {
        queue.add(new Operation(takesTime, effect));
        if (!busy) {
          work();
        }
      }
    }

    private void work() {
      busy = false;
      while (!queue.isEmpty() && !busy) {
        Operation next = queue.remove();
        if (next.takesTime()) {
          busy = true;
          scheduler.schedule(
              latencyNanos(),
              () -> {
                if (!crashed) {
                  next.effect().run();
                  work();
                }
              });
        } else {
          next.effect().run();
        }
      }
    }

    @Override
    public Optional<InputStream> read(String file) {
      return Optional.ofNullable(folder.get(file)).map(SimulatedFile::read);
    }

    @Override
    public void truncate(String file, long length) {
      enqueue(false, () -> folder.open(file).truncate((int) length));
    }

    @Override
    public void write(String file, byte[] bytes) {
      enqueue(
          false,
          () -> {
            long free = fault.equals(FULL) ? capacity - folder.length() : Long.MAX_VALUE;
            if (bytes.length > free) {
              folder.open(file).write(Arrays.copyOf(bytes, (int) Math.max(0, free)));
              end("the disk is full: could not write to " + file);
            } else if (fails() && random.nextBoolean()) {
              end("the disk has failed: could not write to " + file);
            } else {
              folder.open(file).write(bytes);
            }
          });
    }

    @Override
    public void force(String file) {
      enqueue(
          true,
          () -> {
            if (fails()) {
              end("the disk has failed: could not force " + file);
            } else {
              folder.open(file).force();
            }
          });
    }

    /** Nothing that waits is done any more. */
    private void end(String reason) {
      queue.clear();
      crashed = true;
      fail.accept(reason);
    }

    @Override
    public void rename(String from, String to) {
      enqueue(false, () -> folder.rename(from, to));
    }

    @Override
    public void forceFolder() {
      enqueue(true, folder::force);
    }

    @Override
    public void then(Runnable task) {
      enqueue(false, () -> scheduler.schedule(0, () -> node.accept(task)));
    }

    @Override
    public void fail(String reason) {
      fail.accept(reason);
    }
  }
}
