package glomers.workbench.disk;

import glomers.storage.Disk;
import glomers.workbench.time.Scheduler;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The disk of a simulated node, which stays when the node has crashed. To force a file or the
 * folder takes time; all else is done at once when its turn has come.
 */
public final class SimulatedDisk {
  private final Scheduler scheduler;
  private final RandomGenerator random;
  private final LongSupplier latencyNanos;
  private final SimulatedFolder folder = new SimulatedFolder();
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
              latencyNanos.getAsLong(),
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
      enqueue(false, () -> folder.open(file).write(bytes));
    }

    @Override
    public void force(String file) {
      enqueue(true, () -> folder.open(file).force());
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
