package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often a process constructs its server, seen by the effects of the server. */
class WarmUpProcessTest {
  @Test
  void runWarmedUpUsesTheServerBeforeTheFirstMessage() throws Exception {
    List<String> effects = effects("warmed up", "on");
    assertThat(effects).filteredOn("constructed"::equals).hasSize(4);
    assertThat(effects).filteredOn("used"::equals).isNotEmpty();
    assertThat(effects.get(effects.size() - 1)).isEqualTo("constructed");
  }

  @Test
  @DisplayName("Effects of a server's constructor are seen once, when the node is initialised")
  void runConstructsOnce() throws Exception {
    assertThat(effects("run", "on")).containsExactly("constructed");
  }

  @Test
  void environmentCanForbidWarmUp() throws Exception {
    assertThat(effects("warmed up", "off")).containsExactly("constructed");
  }

  /** What the server has written until its node was initialised and its input ended. */
  private static List<String> effects(String how, String warmUp) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CountingServer.class.getName(),
            how);
    builder.environment().put("GLOMERS_WARM_UP", warmUp);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().write((StdioSession.INIT + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return stderr.lines().toList();
  }
}
