package glomers.storage;

import glomers.protocol.Body;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A node's storage in a real folder, as it is between a start and a crash. */
final class FilesUnderTest {
  record Added(long value) implements Body {}

  record Sum(long value) implements Body {}

  private final BlockingQueue<Runnable> completions = new LinkedBlockingQueue<>();
  final List<Body> replayed = new ArrayList<>();
  final List<String> lastWords = new CopyOnWriteArrayList<>();
  final List<String> logged = new ArrayList<>();
  final Storage storage;
  private final FileDisk disk;

  FilesUnderTest(Path folder) {
    disk = FileDisk.in(folder, completions::add, this::end);
    storage = new Storage(disk, completions::add, new Lines());
    storage.on(Added.class, replayed::add);
    storage.on(Sum.class, replayed::add);
  }

  /** Wakes the thread that waits. */
  private void end(String reason) {
    lastWords.add(reason);
    completions.add(() -> {});
  }

  /** Runs what is due until the stage is complete. */
  void await(CompletionStage<Void> stage) {
    runUntil(() -> stage.toCompletableFuture().isDone());
  }

  /** Syncs; false if the node has ended before. */
  boolean isSynced() {
    CompletionStage<Void> sync = storage.sync();
    runUntil(() -> !lastWords.isEmpty() || sync.toCompletableFuture().isDone());
    return sync.toCompletableFuture().isDone();
  }

  /** Runs what is due until the node has ended. */
  void runUntilLastWords() {
    runUntil(() -> !lastWords.isEmpty());
  }

  /**
   * Waits until its thread leaves the folder alone: what is cut off is cut off after the records
   * were read, and would make a file anew in a folder that is being deleted.
   */
  void finish() {
    try {
      disk.finish();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void runUntil(BooleanSupplier condition) {
    try {
      while (!condition.getAsBoolean()) {
        Runnable next = completions.poll(10, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("the disk did not answer; last words: " + lastWords);
        }
        next.run();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private final class Lines implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      logged.add(message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... params) {
      logged.add(format);
    }
  }
}
