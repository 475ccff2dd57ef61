package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How executables are packaged: they run from anywhere, and print nothing but messages. */
class ExecutableIT {
  private static final Path TARGET = Workspace.path("echo/target");
  private static final String INIT =
      """
      {"id":0,"src":"c0","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      """;
  private static final String INIT_OK =
      """
      {"src":"n0","dest":"c0","body":{"type":"init_ok","in_reply_to":1}}
      """;

  @TempDir private Path folder;

  private static void assertWorks(Program.Outcome outcome) {
    assertThat(outcome.output()).isEqualTo(INIT_OK);
    assertThat(outcome.exitStatus()).isZero();
  }

  @Test
  void runsByAbsolutePathFromAnotherFolder() {
    assertWorks(Program.of(TARGET.resolve("echo")).run(folder, INIT));
  }

  @Test
  void runsByRelativePath() {
    assertWorks(Program.of(Path.of("./echo")).run(TARGET, INIT));
  }

  @Test
  void runsByALinkToALink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), TARGET.resolve("echo"));
    Path linkToLink = Files.createSymbolicLink(folder.resolve("a link"), link.getFileName());
    assertWorks(Program.of(linkToLink).run(INIT));
  }

  @Test
  void runsByItsNameOnThePath() {
    // By way of env, for echo alone is a command of the shell itself.
    Program byName = new Program(List.of("sh", "-c", "PATH=$HERE:$PATH exec env echo"), Map.of());
    assertWorks(byName.with("HERE", TARGET.toString()).run(INIT));
  }

  @Test
  void runsAsACopyWithoutItsArchive() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("with blanks"));
    Path copy = Files.copy(TARGET.resolve("echo"), copies.resolve("my echo"));
    assertThat(copy.toFile().setExecutable(true)).isTrue();
    assertWorks(Program.of(copy).run(INIT));
  }

  @Test
  void theShadedJarRunsToo() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path jar = TARGET.resolve("echo.jar");
    assertWorks(new Program(List.of(java.toString(), "-jar", jar.toString()), Map.of()).run(INIT));
  }

  @Test
  void staleArchiveOnlyCostsTime() throws IOException {
    Path archive = TARGET.resolve("echo.jsa");
    assertThat(archive).isNotEmptyFile();
    FileTime made = Files.getLastModifiedTime(archive);
    byte[] good = Files.readAllBytes(archive);
    Path aside = Files.move(archive, TARGET.resolve("echo.jsa.aside"));
    try {
      assertWorks(Program.of(TARGET.resolve("echo")).run(INIT));

      Files.write(archive, java.util.Arrays.copyOf(good, good.length / 2));
      assertWorks(Program.of(TARGET.resolve("echo")).run(INIT));

      Files.write(archive, "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Files.setLastModifiedTime(archive, made);
      assertWorks(Program.of(TARGET.resolve("echo")).run(INIT));

      Files.write(archive, good);
      Files.setLastModifiedTime(archive, FileTime.fromMillis(made.toMillis() + 5_000));
      assertWorks(Program.of(TARGET.resolve("echo")).run(INIT));
    } finally {
      Files.move(aside, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
  }

  @Test
  void withoutAnyJavaItSaysWhatToDo() {
    Program program =
        new Program(
            List.of("/bin/sh", TARGET.resolve("echo").toString()),
            Map.of("PATH", folder.toString(), "JAVA_HOME", folder.toString()));
    Program.Outcome outcome = program.run(INIT);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.errors()).contains("no java found", "JAVA_HOME");
    assertThat(outcome.exitStatus()).isEqualTo(127);
  }
}
