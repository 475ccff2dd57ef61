package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The step from the part before shows its idea and nothing else. */
class StepTest {
  private static final Path BEFORE = Path.of("../kafka-5a/src/main/java/glomers/kafka");
  private static final Path HERE = Path.of("src/main/java/glomers/kafka");

  @Test
  void onlyTheServerChanges() throws IOException {
    List<String> changed = new ArrayList<>();
    try (Stream<Path> files = Files.list(BEFORE)) {
      for (Path before : files.toList()) {
        Path here = HERE.resolve(before.getFileName().toString());
        if (!Files.readString(here).equals(Files.readString(before))) {
          changed.add(here.getFileName().toString());
        }
      }
    }
    assertThat(changed).containsExactly("Server.java");
  }
}
