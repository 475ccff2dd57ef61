package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path proc;

  private final ProcessHandle self = ProcessHandle.current();
  private final long parent = self.parent().orElseThrow().pid();

  private void openFile(String name, Path file) throws IOException {
    Path files = Files.createDirectories(proc.resolve(parent + "/fd"));
    Files.createSymbolicLink(files.resolve(name), file);
  }

  @Test
  void environmentNamesFolder() {
    assertThat(new DataFolder("/data", proc).of("n1", self)).isEqualTo(Path.of("/data/n1"));
  }

  @Test
  void findsLogThatMaelstromHoldsOpen() throws IOException {
    openFile("3", Path.of("/x/store/lin-kv/2026/node-logs/n10.log"));
    openFile("4", Path.of("/x/store/lin-kv/2026/node-logs/n1.log"));
    openFile("5", Path.of("/x/store/lin-kv/2026/jepsen.log"));
    assertThat(new DataFolder(null, proc).of("n1", self))
        .isEqualTo(Path.of("/x/store/lin-kv/2026/node-data/n1"));
  }

  @Test
  void otherwiseNamesTemporaryFolderAfterParent() {
    Path folder = new DataFolder("", proc).of("n1", self);
    assertThat(folder).startsWithRaw(Path.of(System.getProperty("java.io.tmpdir")));
    assertThat(folder.getParent().getFileName().toString()).contains("-" + parent + "-");
    assertThat(new DataFolder("", proc).of("n1", self)).isEqualTo(folder);
  }
}
