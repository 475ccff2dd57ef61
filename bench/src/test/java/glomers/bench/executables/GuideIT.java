package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Page;
import glomers.bench.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the guide whose whole output is shown print it. */
class GuideIT {
  private static final String PROMPT = "$ java ";

  /** The blocks that begin with a call of java; what follows is its output. */
  private static List<String> sessions() {
    return Page.ofGuide().stream()
        .flatMap(page -> page.blocks("").stream())
        .filter(block -> block.startsWith(PROMPT))
        .toList();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("sessions")
  void commandsPrintWhatIsShown(String session) {
    String[] parts = session.substring(PROMPT.length()).split("\n", 2);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(parts[0].split(" ")));
    Program.Outcome outcome = new Program(command, Map.of()).run(Workspace.path(""), "");
    assertThat(outcome.output()).isEqualTo(parts[1]);
  }
}
