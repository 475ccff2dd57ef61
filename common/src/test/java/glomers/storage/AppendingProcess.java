package glomers.storage;

import glomers.storage.FilesUnderTest.Added;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends numbers to a storage until it is killed, after those that it finds there. Prints how many
 * it has found, and then, as they are synced, how many there are.
 */
final class AppendingProcess {
  private static final int WAITING = 10;

  private final FilesUnderTest files;
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private long appended;
  private long synced;

  private AppendingProcess(Path folder) {
    files = new FilesUnderTest(folder);
    files.storage.replay();
    for (int i = 0; i < files.replayed.size(); i++) {
      if (!files.replayed.get(i).equals(new Added(i))) {
        throw new IllegalStateException("record " + i + " is " + files.replayed.get(i));
      }
    }
    appended = files.replayed.size();
    synced = appended;
    out.println(synced);
  }

  public static void main(String[] args) {
    AppendingProcess process = new AppendingProcess(Path.of(args[0]));
    for (int i = 0; i < WAITING; i++) {
      process.append();
    }
    process.files.runUntilLastWords();
  }

  private void append() {
    files.storage.append(new Added(appended++));
    files
        .storage
        .sync()
        .thenRun(
            () -> {
              out.println(++synced);
              append();
            });
  }
}
