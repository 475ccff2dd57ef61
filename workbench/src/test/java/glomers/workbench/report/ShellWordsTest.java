package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.cluster.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellWordsTest {
  @TempDir private Path directory;

  @Test
  void leavesPlainWordsAlone() {
    assertThat(ShellWords.join(List.of("simulate", "--bin=a/b-3c", "-w", "echo")))
        .isEqualTo("simulate --bin=a/b-3c -w echo");
  }

  @Test
  void aShellReadsTheSameWordsBack() {
    List<String> words =
        List.of("it's", "$HOME", "a;b", "*", "", "a b", "`id`", "\"q\"", "\\", "#", "~", "a\nb");
    List<String> command = new ArrayList<>(List.of("printf", "<%s>"));
    command.addAll(words);
    Program shell = new Program(List.of("sh", "-c", ShellWords.join(command)), Map.of());
    assertThat(shell.run(directory, "").output()).isEqualTo("<" + String.join("><", words) + ">");
  }
}
