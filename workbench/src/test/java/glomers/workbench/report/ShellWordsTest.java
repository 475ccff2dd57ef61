package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void leavesPlainWordsAlone() {
    assertThat(ShellWords.join(List.of("simulate", "--bin=a/b-3c", "-w", "echo")))
        .isEqualTo("simulate --bin=a/b-3c -w echo");
  }

  @Test
  void aShellReadsTheSameWordsBack() throws IOException {
    List<String> words =
        List.of("it's", "$HOME", "a;b", "*", "", "a b", "`id`", "\"q\"", "\\", "#", "~", "a\nb");
    List<String> command = new ArrayList<>(List.of("printf", "<%s>"));
    command.addAll(words);
    Process shell = new ProcessBuilder("sh", "-c", ShellWords.join(command)).start();
    assertThat(shell.getInputStream()).hasContent("<" + String.join("><", words) + ">");
  }
}
