package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

  @TempDir private Path directory;
  private Path root;
  private Store store;

  @BeforeEach
  void store() {
    root = directory.resolve("some/store");
    store = new Store(root);
  }

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void namesFolderAfterStartOfRun() throws IOException {
    Path run = store.newRun("echo", START);
    assertThat(run).isEmptyDirectory().hasParent(root.resolve("echo"));
    assertThat(run.getFileName().toString()).matches("2026030[12]T\\d{4}00\\.123[+-]\\d{4}");
  }

  @Test
  void currentIsTheLastRunThatWasBegun() throws IOException {
    Path first = store.newRun("echo", START);
    assertThat(root.resolve("current").toRealPath()).isEqualTo(first.toRealPath());
    Path second = store.newRun("broadcast", START.plusSeconds(1));
    assertThat(root.resolve("current").toRealPath()).isEqualTo(second.toRealPath());
    assertThat(root.resolve("latest")).doesNotExist();
  }

  @Test
  void latestIsTheLastRunThatHasEnded() throws IOException {
    Path first = store.newRun("echo", START);
    Path second = store.newRun("echo", START.plusSeconds(1));
    store.finished(second);
    assertThat(root.resolve("latest").toRealPath()).isEqualTo(second.toRealPath());
    store.finished(first);
    assertThat(root.resolve("latest").toRealPath()).isEqualTo(first.toRealPath());
  }

  /** So that a store can be moved, and looked at from elsewhere. */
  @Test
  void linksAreRelative() throws IOException {
    Path run = store.newRun("echo", START);
    store.finished(run);
    Path expected = Path.of("echo", run.getFileName().toString());
    assertThat(Files.readSymbolicLink(root.resolve("current"))).isEqualTo(expected);
    assertThat(Files.readSymbolicLink(root.resolve("latest"))).isEqualTo(expected);
  }

  @Test
  void separatesRunsOfSameMillisecond() throws IOException {
    Set<Path> runs = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      runs.add(store.newRun("echo", START));
    }
    assertThat(runs).hasSize(5).allMatch(Files::isDirectory);
  }

  @Test
  void nothingElseIsLeftInTheStore() throws IOException {
    store.finished(store.newRun("echo", START));
    store.finished(store.newRun("echo", START));
    assertThat(names(root)).containsExactly("current", "echo", "latest");
  }
}
