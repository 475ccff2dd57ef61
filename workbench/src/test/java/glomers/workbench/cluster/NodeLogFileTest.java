package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLogFileTest {
  private static final int LINES = 200_000;

  @TempDir private Path directory;

  private static String line(int number) {
    return "%099d".formatted(number);
  }

  @Test
  void keepsTheBeginningAndTheEnd() throws IOException {
    Path file = directory.resolve("logs/n0.log");
    try (NodeLogFile log = new NodeLogFile(file)) {
      for (int i = 0; i < LINES; i++) {
        log.add(line(i));
      }
    }
    assertThat(Files.size(file))
        .isBetween(
            NodeLogFile.HEAD_BYTES_MAX + NodeLogFile.TAIL_BYTES_MAX - 200L,
            NodeLogFile.HEAD_BYTES_MAX + NodeLogFile.TAIL_BYTES_MAX + 100L);
    List<String> lines = Files.readAllLines(file);
    int head = NodeLogFile.HEAD_BYTES_MAX / 100;
    int tail = NodeLogFile.TAIL_BYTES_MAX / 100;
    assertThat(lines.subList(0, head + 1))
        .startsWith(line(0), line(1))
        .endsWith(
            line(head - 1),
            "… %,d lines (%,d bytes) are left out here …"
                .formatted(LINES - head - tail, 100L * (LINES - head - tail)));
    assertThat(lines.subList(head + 1, lines.size()))
        .hasSize(tail)
        .startsWith(line(LINES - tail))
        .endsWith(line(LINES - 1));
  }

  @Test
  void showsTheBeginningAtOnce() throws IOException {
    Path file = directory.resolve("n0.log");
    try (NodeLogFile log = new NodeLogFile(file)) {
      assertThat(log.add("hello")).isTrue();
      log.flush();
      assertThat(file).hasContent("hello");
    }
  }

  @Test
  void appendsToTheLogOfAnEarlierIncarnation() throws IOException {
    Path file = directory.resolve("n0.log");
    for (String line : List.of("first", "second")) {
      try (NodeLogFile log = new NodeLogFile(file)) {
        log.add(line);
      }
    }
    assertThat(file).hasContent("first\nsecond");
  }

  @Test
  void aFileThatCanNotBeWrittenIsGivenUp() throws IOException {
    Path notAFolder = Files.writeString(directory.resolve("file"), "");
    NodeLogFile log = new NodeLogFile(notAFolder.resolve("n0.log"));
    assertThat(log.problem()).isPresent();
    log.add("goes nowhere");
    log.flush();
    log.close();
    assertThat(log.problem()).isPresent();
  }

  @Test
  void aFullDiskIsRemembered() {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
    NodeLogFile log = new NodeLogFile(full);
    log.add("goes nowhere");
    log.flush();
    assertThat(log.problem().orElseThrow()).hasMessageContaining("No space left on device");
    log.close();
  }
}
