package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.report.ShellWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command works from any working directory, in a workspace and in a project by itself. */
class ReplayCommandTest {
  @TempDir private Path directory;

  private Path project(String name) throws IOException {
    Path folder = Files.createDirectories(directory.resolve(name));
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    return folder;
  }

  @Test
  void aModuleIsBuiltWithWhatItNeeds() throws IOException {
    Path root = project("workspace");
    Path module = project("workspace/parts/echo");
    project("workspace/parts");
    assertThat(ShellWords.join(ReplayCommand.of(module, getClass(), "fails", 7)))
        .isEqualTo(
            "mvn -f "
                + root
                + "/pom.xml test -pl parts/echo -am -Dsurefire.failIfNoSpecifiedTests=false"
                + " '-Dtest=ReplayCommandTest#fails' -Dglomers.seed=7");
  }

  @Test
  void aProjectByItselfIsTested() throws IOException {
    Path project = project("it's mine");
    assertThat(ShellWords.join(ReplayCommand.of(project, Nested.class, "fails", -1)))
        .isEqualTo(
            "mvn -f '"
                + project.toString().replace("'", "'\\''")
                + "/pom.xml' test '-Dtest=ReplayCommandTest$Nested#fails' -Dglomers.seed=-1");
  }

  private static final class Nested {}
}
