package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which flags executables give to java: another program in its place shows them. */
class LauncherIT {
  private static final String FAST_ONLY = "-XX:TieredStopAtLevel=1";

  @TempDir private Path folder;

  /** The words that java gets of an executable with these flags. */
  private String java(String flags, String arguments) throws IOException {
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path jar = Files.writeString(folder.resolve("program.jar"), "");
    Path program = folder.resolve("program");
    String packaging = Workspace.path("packaging/executable.sh").toString();
    run("exec sh '%s' '%s' '%s' '' '%s'".formatted(packaging, jar, program, flags));
    return run("exec '" + program + "' " + arguments);
  }

  private String java(String arguments) throws IOException {
    return java("@workbench-flags.sh", arguments);
  }

  private String run(String command) throws IOException {
    return new Program(List.of("/bin/sh", "-c", command), Map.of("JAVA_HOME", folder.toString()))
        .run("")
        .output();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate",
        "simulate -w echo --seed 7",
        "simulate --seed=7 --no-swarm",
        "simulate --seeds 200",
        "simulate --seeds=5 --no-swarm",
        "simulate --no-swarm --seed 1000 --seeds 5 --rate 1000",
        "simulate --seeds 3 --seed 1000"
      })
  void fewSeedsAreCompiledFast(String arguments) throws IOException {
    assertThat(java(arguments)).contains("-Xmx2g " + FAST_ONLY + " ").endsWith(arguments + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate --no-swarm",
        "simulate --seeds 201",
        "simulate --seeds=6 --no-swarm",
        "simulate --seed 1 --seeds 1000",
        "simulate --seeds many"
      })
  void ofManySeedsTheHotMethodsAreCompiledWell(String arguments) throws IOException {
    assertThat(java(arguments))
        .contains("-Xmx2g -XX:Tier4", " -XX:-UseSuperWord ")
        .doesNotContain(FAST_ONLY)
        .endsWith(arguments + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test --seed 3 -w echo", "check --seeds 3", ""})
  void allElseIsCompiledAsUsual(String arguments) throws IOException {
    assertThat(java(arguments)).contains("-Xmx2g").doesNotContain("-XX:Tier");
  }

  @Test
  void aNodeHasItsFlagsWhateverItsArguments() throws IOException {
    assertThat(java("-Xmx192m", "simulate --seeds 3"))
        .contains("-XX:ArchiveRelocationMode=0 -Xmx192m -jar ");
  }
}
