package glomers.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.Body;
import glomers.protocol.RpcException;
import glomers.storage.FilesUnderTest.Added;
import glomers.storage.FilesUnderTest.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  @TempDir Path folder;
  private final List<FilesUnderTest> started = new ArrayList<>();

  /** Starts a node, once the one before has left the folder. */
  private FilesUnderTest start() {
    finish();
    started.add(new FilesUnderTest(folder));
    return started.get(started.size() - 1);
  }

  @AfterEach
  void finish() {
    started.forEach(FilesUnderTest::finish);
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** Starts a node, which appends these and then crashes. */
  private void write(long... values) {
    FilesUnderTest files = start();
    files.storage.replay();
    Arrays.stream(values).mapToObj(Added::new).forEach(files.storage::append);
    files.await(files.storage.sync());
  }

  /** What a node finds that starts. */
  private List<Body> read() {
    FilesUnderTest files = start();
    files.storage.replay();
    files.finish();
    return files.replayed;
  }

  @Test
  void beginsEmpty() {
    assertThat(read()).isEmpty();
  }

  @Test
  void keepsRecordsInOrder() {
    write(1, 2);
    write(3);
    assertThat(read()).containsExactly(new Added(1), new Added(2), new Added(3));
  }

  @Test
  void snapshotReplacesRecordsBefore() {
    FilesUnderTest files = start();
    files.storage.replay();
    files.storage.append(new Added(1));
    files.await(files.storage.sync());
    files.storage.append(new Added(2));
    files.storage.replace(new Sum(3));
    files.storage.append(new Added(4));
    files.await(files.storage.sync());
    assertThat(read()).containsExactly(new Sum(3), new Added(4));
    write(5);
    assertThat(read()).containsExactly(new Sum(3), new Added(4), new Added(5));
  }

  @Test
  @DisplayName("a snapshot is outgrown by as many bytes of records, before and after a restart")
  void snapshotIsOutgrown() {
    FilesUnderTest files = start();
    files.storage.replay();
    files.storage.replace(new Sum(1));
    assertThat(files.storage.outgrown()).isFalse();
    files.storage.append(new Added(2));
    assertThat(files.storage.outgrown()).isTrue();
    files.storage.replace(new Sum(3));
    assertThat(files.storage.outgrown()).isFalse();
    files.await(files.storage.sync());
    files = start();
    files.storage.replay();
    assertThat(files.storage.outgrown()).isFalse();
    files.storage.append(new Added(4));
    files.await(files.storage.sync());
    files = start();
    files.storage.replay();
    assertThat(files.storage.outgrown()).isTrue();
  }

  @Test
  @DisplayName("a file that ends within its last record loses this record only, with a line")
  void cutsTornTail() throws IOException {
    write(1);
    int whole = Files.readAllBytes(log()).length;
    write(2);
    byte[] bytes = Files.readAllBytes(log());
    for (int length = whole + 1; length < bytes.length; length++) {
      Files.write(log(), Arrays.copyOf(bytes, length));
      FilesUnderTest files = start();
      files.storage.replay();
      assertThat(files.replayed).as("length %d", length).containsExactly(new Added(1));
      assertThat(files.logged).singleElement().asString().contains("cut off");
      files.storage.append(new Added(3));
      files.await(files.storage.sync());
      assertThat(read()).as("length %d", length).containsExactly(new Added(1), new Added(3));
    }
  }

  @Test
  @DisplayName("a file system may give a file its length before its bytes")
  void cutsZerosAtTheEnd() throws IOException {
    write(1);
    int whole = Files.readAllBytes(log()).length;
    write(2);
    byte[] bytes = Files.readAllBytes(log());
    for (int written = whole; written < bytes.length; written++) {
      byte[] torn = Arrays.copyOf(Arrays.copyOf(bytes, written), bytes.length + 100);
      Files.write(log(), torn);
      assertThat(read()).as("%d bytes written", written).containsExactly(new Added(1));
    }
  }

  @Test
  @DisplayName("no bit of a file can change without the node refusing to start")
  void refusesEveryFlippedBit() throws IOException {
    write(1, 2);
    byte[] bytes = Files.readAllBytes(log());
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(log(), bytes);
      FilesUnderTest files = start();
      assertThatThrownBy(files.storage::replay)
          .as("bit %d", bit)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("the file log")
          .hasMessageContaining("at offset");
      assertThat(files.lastWords).hasSize(1);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  @DisplayName("the limit of values on a line is for what others send, not for what the node keeps")
  void readsSnapshotOfManyValues() {
    record Many(List<Integer> values) implements Body {}
    int count = (int) (Runtime.getRuntime().maxMemory() / 1_000) + 1;
    Many many = new Many(Collections.nCopies(count, 1));
    FilesUnderTest files = start();
    files.storage.replay();
    files.storage.replace(many);
    files.await(files.storage.sync());
    files = start();
    files.storage.on(Many.class, files.replayed::add);
    files.storage.replay();
    assertThat(files.replayed.equals(List.of(many))).isTrue(); // not to be printed
  }

  @Test
  void refusesOtherVersion() throws IOException {
    Files.writeString(log(), "glomers2…");
    assertThatThrownBy(this::read).hasMessageContaining("of version 2, not 1");
  }

  @Test
  void refusesRecordWithoutReader() {
    FilesUnderTest files = start();
    files.storage.replay();
    record Unknown() implements Body {}
    files.storage.append(new Unknown());
    files.await(files.storage.sync());
    assertThatThrownBy(this::read).hasMessageContaining("offset 8").hasMessageContaining("reader");
  }

  @Test
  void refusesToWriteUnreplayed() {
    FilesUnderTest files = start();
    assertThatThrownBy(() -> files.storage.append(new Added(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("replay()");
  }

  @Test
  void passesOverUnfinishedSnapshot() throws IOException {
    write(1);
    Files.writeString(folder.resolve("log.next"), "glomers1 and so on");
    assertThat(read()).containsExactly(new Added(1));
    FilesUnderTest files = start();
    files.storage.replay();
    files.storage.replace(new Sum(9));
    files.await(files.storage.sync());
    assertThat(read()).containsExactly(new Sum(9));
  }

  @Test
  @DisplayName("what is appended while the disk is busy shares its next effort")
  void commitsInGroups() {
    List<Runnable> busy = new ArrayList<>();
    List<String> operations = new ArrayList<>();
    List<Runnable> soon = new ArrayList<>();
    Storage storage = new Storage(new RecordedDisk(operations, busy), soon::add, null);
    storage.replay();
    storage.append(new Added(1));
    storage.sync();
    storage.sync();
    assertThat(operations).as("not at once").isEmpty();
    soon.remove(0).run();
    operations.clear();
    for (int i = 0; i < 100; i++) {
      storage.append(new Added(i));
      storage.sync();
    }
    assertThat(operations).isEmpty();
    busy.remove(0).run();
    assertThat(operations).containsExactly("write log", "force log");
  }

  record Large(String text) implements Body {}

  @Test
  @DisplayName("a snapshot of any size is written with what belongs to it, or not at all")
  void takesRecordsBehindLargeSnapshot() {
    Storage storage =
        new Storage(new RecordedDisk(new ArrayList<>(), new ArrayList<>()), r -> {}, null);
    storage.replay();
    storage.replace(new Large("x".repeat((int) Storage.WAITING_BYTES_MAX)));
    storage.append(new Added(1)); // such as the vote of the term
    storage.append(new Added(2));
  }

  @Test
  @DisplayName("a disk that is far behind must not fill memory")
  void refusesWhatWouldWaitTooLong() {
    Storage storage =
        new Storage(new RecordedDisk(new ArrayList<>(), new ArrayList<>()), r -> {}, null);
    storage.replay();
    Large large = new Large("x".repeat(1 << 20));
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                storage.append(large);
              }
            })
        .isInstanceOf(RpcException.class)
        .hasMessageContaining("bytes wait for the disk already");
  }
}
