package glomers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glomers.storage.FilesUnderTest.Added;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node does whose files can't be written. */
class FileDiskTest {
  @TempDir Path folder;

  private static String lastWords(FilesUnderTest files) {
    files.storage.replay();
    files.storage.append(new Added(1));
    CompletionStage<Void> sync = files.storage.sync();
    files.runUntilLastWords();
    assertThat(sync.toCompletableFuture()).as("nothing was promised").isNotDone();
    files.finish();
    return files.lastWords.get(0);
  }

  @Test
  void folderThatCannotBeMadeEndsNode() throws IOException {
    Path dangling = folder.resolve("n0"); // there is none, and none can be made
    Files.createSymbolicLink(dangling, folder.resolve("nowhere/at all"));
    assertThat(lastWords(new FilesUnderTest(dangling)))
        .contains("the disk has failed: could not make the folder in " + dangling)
        .contains("FileAlreadyExistsException")
        .contains("start it again");
  }

  @Test
  void failedWriteEndsNode() throws IOException {
    Files.createDirectories(folder.resolve("log.next")); // which can't be written, then
    assertThat(lastWords(new FilesUnderTest(folder)))
        .contains("the disk has failed: could not truncate log.next in " + folder);
  }

  @Test
  @DisplayName("whatever prevents an operation: none behind it is done, and nothing is promised")
  void unexpectedFailureEndsNode() throws InterruptedException {
    List<String> lastWords = new CopyOnWriteArrayList<>();
    List<String> promised = new CopyOnWriteArrayList<>();
    FileDisk disk = FileDisk.in(folder, Runnable::run, lastWords::add);
    disk.write("\0", new byte[1]); // no file can have this name, which is no IOException
    disk.then(() -> promised.add("it is kept"));
    disk.finish();
    assertThat(promised).isEmpty();
    assertThat(lastWords)
        .singleElement()
        .asString()
        .contains("the disk has failed: could not write 1 bytes to", "InvalidPathException");
  }

  @Test
  @DisplayName("a process that was killed may have left it in the memory of the system only")
  void forcesWhatItReads() throws IOException {
    Path log = folder.resolve("log");
    Files.createSymbolicLink(log, Path.of("/dev/null")); // which can't be forced
    FilesUnderTest files = new FilesUnderTest(folder);
    assertThatThrownBy(files.storage::replay)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("it can't be read: java.io.IOException");
    files.finish();
    Files.delete(log);
  }

  @Test
  @Tag("thorough")
  @DisplayName("on a file system of 1 MB; only where this user may mount one")
  void fullDiskSaysSo() throws Exception {
    String mount = "mount -t tmpfs -o size=1m tmpfs " + folder;
    assumeTrue(run(mount) == 0, "this user may not mount file systems");
    try {
      FilesUnderTest files = new FilesUnderTest(folder.resolve("n0"));
      files.storage.replay();
      long acknowledged = 0;
      while (files.lastWords.isEmpty()) {
        for (int i = 0; i < 100; i++) {
          files.storage.append(new Added(i));
        }
        acknowledged += files.isSynced() ? 100 : 0;
      }
      assertThat(files.lastWords.get(0)).startsWith("the disk is full: could not write");
      FilesUnderTest next = new FilesUnderTest(folder.resolve("n0"));
      next.storage.replay();
      next.finish();
      assertThat(next.replayed.size()).isGreaterThanOrEqualTo((int) acknowledged);
    } finally {
      run("umount -l " + folder);
    }
  }

  private static int run(String command) throws Exception {
    Process process = new ProcessBuilder("/bin/sh", "-c", command).start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
