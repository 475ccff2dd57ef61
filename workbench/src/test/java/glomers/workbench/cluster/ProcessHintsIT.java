package glomers.workbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes do that explains why a test could not be finished. */
class ProcessHintsIT {
  @TempDir private Path directory;

  @Test
  void outputThatComesOnlyAtTheEndOfInputIsABuffer() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "all=$(cat); echo \"$all\"").start("n0")) {
      nodes.cluster.deliver("n0", "init");
      assertThat(nodes.cluster.hints("n0"))
          .singleElement()
          .asString()
          .contains("only when its input had ended", "Flush standard output after each message");
    }
  }

  @Test
  void aNodeThatSaysNothingEvenThenIsNoBuffer() throws Exception {
    try (ScriptNodes nodes = ScriptNodes.of(directory, "cat > /dev/null").start("n0")) {
      nodes.cluster.deliver("n0", "init");
      assertThat(nodes.cluster.hints("n0")).isEmpty();
      assertThat(nodes.cluster.hints("n7")).isEmpty();
    }
  }

  @Test
  void aLineThatHasNotEndedIsShown() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "printf 'one\\nhalf'; cat > /dev/null").start("n0")) {
      nodes.runUntil(() -> !nodes.lines.isEmpty() && !nodes.cluster.hints("n0").isEmpty());
      assertThat(nodes.cluster.hints("n0").get(0)).contains("no line end after it:\n    half");
    }
  }

  @Test
  void aFileBesideTheProgramIsFound() throws Exception {
    Files.writeString(directory.resolve("settings.conf"), "");
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo \"can't open 'settings.conf': ENOENT\" >&2; exit 1")
            .start("n0")) {
      nodes.awaitFailure();
      assertThat(nodes.cluster.hints("n0"))
          .singleElement()
          .asString()
          .startsWith("The program is started in ")
          .contains("there is no settings.conf there", directory.resolve("settings.conf") + "");
    }
  }

  @Test
  void aFileThatIsNowhereIsNoHint() throws Exception {
    try (ScriptNodes nodes =
        ScriptNodes.of(directory, "echo \"no such file: data/none.txt\" >&2; exit 1").start("n0")) {
      nodes.awaitFailure();
      assertThat(nodes.cluster.hints("n0")).isEmpty();
    }
  }
}
