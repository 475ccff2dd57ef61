package glomers.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The step from the failing attempt shows its idea and nothing else. */
class StepTest {
  @Test
  void onlyTheServerDiffersAndTheTotalIsNew() throws IOException {
    Map<String, String> before = files(Path.of("../g-counter-cas/src/main/java/glomers/counter"));
    Map<String, String> here = files(Path.of("src/main/java/glomers/counter"));
    assertThat(here.keySet()).containsAll(before.keySet());
    List<String> changed = new ArrayList<>();
    here.forEach(
        (name, text) -> {
          if (!text.equals(before.get(name))) {
            changed.add(name);
          }
        });
    assertThat(changed).containsExactly("Server.java", "Total.java");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    return files;
  }
}
