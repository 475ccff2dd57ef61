package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
  @TempDir private Path directory;

  @Test
  void runsAgainWithTheSeedThatWasTaken() {
    assertThat(ShellCommand.again(List.of("test", "-w", "echo", "--", "--seed", "1"), 7))
        .endsWith("test", "-w", "echo", "--seed", "7", "--", "--seed", "1");
    assertThat(ShellCommand.again(List.of("test", "--seed=3", "-w", "echo"), 3))
        .endsWith("test", "--seed=3", "-w", "echo");
  }

  @Test
  void namesItselfByItsFullPath() throws Exception {
    Path executable = Files.writeString(directory.resolve("workbench"), "");
    Path jar = Files.writeString(directory.resolve("workbench.jar"), "");
    assertThat(executable.toFile().setExecutable(true)).isTrue();
    assertThat(ShellCommand.self(executable.toString())).containsExactly(executable.toString());
    assertThat(ShellCommand.self(jar.toString())).containsExactly("java", "-jar", jar.toString());
    assertThat(ShellCommand.self("classes:lib.jar")).containsExactly("workbench");
  }
}
