package glomers.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The files in a folder. A thread of its own works off the queue, so that no handler waits for the
 * disk.
 */
public final class FileDisk implements Disk {
  /** Java has no exception of its own for it. */
  private static final String FULL = "No space left on device";

  private final Path folder;
  private final Consumer<Runnable> serially;
  private final Consumer<String> end;
  private final Map<String, FileChannel> open = new HashMap<>();
  private final ExecutorService queue =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "disk");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger begun = new AtomicInteger();
  private volatile boolean failed;

  private interface Operation {
    void run() throws IOException;
  }

  private FileDisk(Path folder, Consumer<Runnable> serially, Consumer<String> end) {
    this.folder = folder;
    this.serially = serially;
    this.end = end;
    enqueue("make the folder", this::makeFolder);
  }

  /**
   * A disk in this folder, which is made if it is not there.
   *
   * @param serially runs a task while no handler runs
   * @param end ends the process, with these last words; may be called on any thread
   */
  public static FileDisk in(Path folder, Consumer<Runnable> serially, Consumer<String> end) {
    return new FileDisk(folder, serially, end);
  }

  /** The names of the folders that are made, each in the one above, must survive a crash, too. */
  private void makeFolder() throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    Path there = above;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    Files.createDirectories(folder);
    for (Path made = above; !made.equals(there); made = made.getParent()) {
      force(made);
    }
    force(there);
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<InputStream> read(String file) throws IOException {
    Path path = folder.resolve(file);
    try {
      force(path);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    force(folder);
    return Optional.of(Files.newInputStream(path));
  }

  @Override
  public void truncate(String file, long length) {
    enqueue("truncate " + file, () -> channel(file).truncate(length));
  }

  @Override
  public void write(String file, byte[] bytes) {
    enqueue(
        "write " + bytes.length + " bytes to " + file,
        () -> {
          FileChannel channel = channel(file);
          for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
            channel.write(left);
          }
        });
  }

  @Override
  public void force(String file) {
    enqueue("force " + file, () -> channel(file).force(false));
  }

  @Override
  public void rename(String from, String to) {
    enqueue(
        "rename " + from,
        () -> {
          Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
          FileChannel replaced = open.put(to, open.remove(from));
          if (replaced != null) {
            replaced.close();
          }
        });
  }

  @Override
  public void forceFolder() {
    enqueue("force the folder", () -> force(folder));
  }

  @Override
  public void then(Runnable task) {
    execute(
        () -> {
          if (!failed) {
            serially.accept(task);
          }
        });
  }

  private void execute(Runnable task) {
    begun.incrementAndGet();
    queue.execute(
        () -> {
          try {
            task.run();
          } finally {
            begun.decrementAndGet();
          }
        });
  }

  /**
   * Waits until everything is done that was begun, and what that has begun in its turn. Not for the
   * thread that runs handlers while it does: their tasks could not run.
   */
  public void finish() throws InterruptedException {
    while (begun.get() > 0) {
      CountDownLatch reached = new CountDownLatch(1);
      queue.execute(reached::countDown);
      reached.await();
    }
  }

  private void enqueue(String what, Operation operation) {
    execute(
        () -> {
          try {
            if (!failed) {
              operation.run();
            }
          } catch (Throwable e) { // memory may have run out, too
            failed = true; // before words are sought for it
            end(lastWords(what, e));
          }
        });
  }

  private String lastWords(String what, Throwable e) {
    boolean full = String.valueOf(e.getMessage()).contains(FULL);
    return (full ? "the disk is full" : "the disk has failed")
        + (": could not " + what + " in " + folder + ": " + e)
        + "; this node ends, for it can't know what of its records is on the disk: "
        + (full ? "make space" : "see to the disk")
        + ", and start it again";
  }

  /** For use by the thread of the queue only. */
  private FileChannel channel(String file) throws IOException {
    FileChannel channel = open.get(file);
    if (channel == null) {
      channel =
          FileChannel.open(
              folder.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      open.put(file, channel);
    }
    return channel;
  }

  @Override
  public void fail(String reason) {
    end("in " + folder + " " + reason);
  }

  private void end(String reason) {
    failed = true;
    end.accept(reason);
  }
}
