package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged executables of all parts, through their standard streams. */
class TranscriptsIT {
  static List<String> parts() {
    return Workspace.parts();
  }

  @ParameterizedTest
  @MethodSource("parts")
  @DisplayName("answers as its src/test/resources/transcript.txt says, and ends with its input")
  void answersAsItsTranscript(String part, @TempDir Path data) throws IOException {
    Transcript transcript =
        Transcript.read(Workspace.path(part + "/src/test/resources/transcript.txt"));
    Program program = Program.of(Workspace.executable(part)).with("GLOMERS_DATA", data.toString());
    Program.Outcome outcome = program.run(transcript.input());
    assertThat(outcome.output()).as(outcome.errors()).matches(transcript.output());
    assertThat(outcome.exitStatus()).isZero();
  }

  /** Packaging goes on without one, and says so in a line that nobody reads. */
  @ParameterizedTest
  @MethodSource("executables")
  void hasAnArchiveOfItsClasses(String module) {
    assertThat(Workspace.path(module + "/target/" + module + ".jsa")).isNotEmptyFile();
  }

  static Stream<String> executables() {
    return Stream.concat(parts().stream(), Stream.of("workbench", "bench"));
  }
}
