package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlatformTest {
  private static final Path SHELL = Path.of("/bin/sh");

  @Test
  void windowsIsRefusedInOneLine() {
    assertThat(Platform.problem("Windows 11", SHELL).orElseThrow())
        .contains("inside WSL")
        .doesNotContain("\n");
  }

  @Test
  void aMissingShellIsNamedInOneLine() {
    assertThat(Platform.problem("Linux", Path.of("/missing/sh")).orElseThrow())
        .startsWith("There is no /missing/sh")
        .doesNotContain("\n");
  }

  @Test
  void thisSystemWillDo() {
    assertThat(Platform.problem()).isEmpty();
  }
}
