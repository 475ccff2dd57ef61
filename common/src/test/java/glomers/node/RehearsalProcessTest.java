package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which nodes rehearse, seen by the effects of their server. */
class RehearsalProcessTest {
  @Test
  void runRehearsesBeforeTheFirstMessage() throws Exception {
    List<String> effects = effects("rehearsed", "on");
    assertThat(effects).filteredOn("constructed"::equals).hasSize(4);
    assertThat(effects).filteredOn("used"::equals).isNotEmpty();
    assertThat(effects.get(effects.size() - 1)).isEqualTo("constructed");
  }

  @Test
  @DisplayName("A server with effects of its own is left alone if its part says so")
  void runUnrehearsedConstructsOnce() throws Exception {
    assertThat(effects("unrehearsed", "on")).containsExactly("constructed");
  }

  @Test
  void environmentCanForbidRehearsal() throws Exception {
    assertThat(effects("rehearsed", "off")).containsExactly("constructed");
  }

  /** What the server has written until its node was initialised and its input ended. */
  private static List<String> effects(String how, String rehearsal) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CountingServer.class.getName(),
            how);
    builder.environment().put("GLOMERS_REHEARSAL", rehearsal);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().write((StdioSession.INIT + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String stderr = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return stderr.lines().toList();
  }
}
