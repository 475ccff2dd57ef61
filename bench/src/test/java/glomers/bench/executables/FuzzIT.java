package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of the workspace, in hostile lines; {@code make fuzz} gives them more. */
class FuzzIT {
  /** Its final reads are wrong without hostile lines, too: that is what it shows. */
  private static final String FAILING_ATTEMPT = "g-counter-cas";

  static List<String> parts() {
    return Workspace.parts().stream().filter(part -> !part.equals(FAILING_ATTEMPT)).toList();
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("parts")
  void withstandsHostileLines(String part) throws IOException, InterruptedException {
    Map<String, String> settings = Workspace.settings(part);
    List<String> command = new ArrayList<>();
    command.add(Workspace.executable("workbench").toString());
    command.addAll(List.of("fuzz", "-w", settings.get("WORKLOAD"), "--bin"));
    command.add(Workspace.executable(part).toString());
    command.addAll(List.of(settings.get("FLAGS").split(" +")));
    // A machine that builds and tests at the same time is slow: nothing may hang, all the same.
    command.addAll(List.of("--lines", "20000", "--stall-limit", "20"));
    Process fuzz = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(fuzz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(fuzz.waitFor()).as(output).isZero();
  }
}
