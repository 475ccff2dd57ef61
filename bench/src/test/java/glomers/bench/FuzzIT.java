package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of the workspace, in hostile lines; {@code make fuzz} gives them more. */
class FuzzIT {
  private static final Path WORKSPACE = Path.of("").toAbsolutePath().getParent();

  /** Its final reads are wrong without hostile lines, too: that is what it shows. */
  private static final String FAILING_ATTEMPT = "g-counter-cas";

  static List<String> parts() throws IOException {
    try (Stream<Path> folders = Files.list(WORKSPACE)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("part.mk")))
          .map(folder -> folder.getFileName().toString())
          .filter(part -> !part.equals(FAILING_ATTEMPT))
          .sorted()
          .toList();
    }
  }

  /** The settings of a part, by their names. */
  private static Map<String, String> settings(String part) throws IOException {
    return Files.readAllLines(WORKSPACE.resolve(part).resolve("part.mk")).stream()
        .filter(line -> line.contains(":="))
        .map(line -> line.split(":=", 2))
        .collect(Collectors.toMap(words -> words[0].strip(), words -> words[1].strip()));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void withstandsHostileLines(String part) throws IOException, InterruptedException {
    Map<String, String> settings = settings(part);
    List<String> command = new ArrayList<>();
    command.add(WORKSPACE.resolve("workbench/target/workbench").toString());
    command.addAll(List.of("fuzz", "-w", settings.get("WORKLOAD"), "--bin"));
    command.add(WORKSPACE.resolve(Path.of(part, "target", part)).toString());
    command.addAll(List.of(settings.get("FLAGS").split(" +")));
    // A machine that builds and tests at the same time is slow: nothing may hang, all the same.
    command.addAll(List.of("--lines", "20000", "--stall-limit", "20"));
    Process fuzz = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(fuzz.waitFor()).as(output).isZero();
  }
}
