package glomers.broadcast;

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

/** The step from the part before shows its idea and nothing else. */
class StepTest {
  private static final Path BEFORE = Path.of("../broadcast-3c/src/main");
  private static final Path HERE = Path.of("src/main");

  @Test
  void changesOnlyWhatTheIdeaNeeds() throws IOException {
    Map<String, String> before = files(BEFORE);
    Map<String, String> here = files(HERE);
    List<String> changed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    here.forEach(
        (name, text) -> {
          if (!before.containsKey(name)) {
            added.add(name.substring(name.lastIndexOf('/') + 1));
          } else if (!text.equals(before.get(name))) {
            changed.add(name.substring(name.lastIndexOf('/') + 1));
          }
        });
    assertThat(here.keySet()).containsAll(before.keySet());
    assertThat(added)
        .containsExactlyInAnyOrder(
            "Batch.java",
            "Update.java",
            "Digest.java",
            "UpdateLog.java",
            "OriginLog.java",
            "AntiEntropy.java");
    assertThat(changed).containsExactlyInAnyOrder("Main.java", "Server.java");

    String server = "java/glomers/broadcast/Server.java";
    List<String> lines = lines(here.get(server));
    lines(before.get(server)).forEach(lines::remove);
    assertThat(lines).as("lines that the part before has not").hasSizeLessThanOrEqualTo(60);
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
