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
  void namesFilesByTheirFullPaths() {
    String folder = Path.of("").toAbsolutePath().toString();
    List<String> words =
        List.of("simulate", "--bin", "a/b", "--report=r.html", "--rate", "2", "--", "--bin", "c");
    assertThat(ShellCommand.withFullPaths(words))
        .containsExactly(
            "simulate",
            "--bin",
            folder + "/a/b",
            "--report=" + folder + "/r.html",
            "--rate",
            "2",
            "--",
            "--bin",
            "c");
    assertThat(ShellCommand.withFullPaths(List.of("--bin", "/a/b")))
        .containsExactly("--bin", "/a/b");
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
