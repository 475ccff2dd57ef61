package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in a process of its own: its streams, its log and its exit status. */
class StdioRuntimeProcessTest {
  @TempDir private Path directory;
  private Path stderr;
  private Process process;

  @BeforeEach
  void start() throws IOException {
    stderr = directory.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ProcessServer.class.getName());
    builder.environment().put("GLOMERS_LOG", "debug");
    process = builder.redirectError(stderr.toFile()).start();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  @Test
  void standardOutputCarriesMessagesAndNothingElse() throws Exception {
    write(StdioSession.INIT + "\nnonsense\n" + StdioSession.echo(2, "é") + "\n");
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(status()).isZero();
    assertThat(out).isEqualTo(StdioSession.INIT_OK + "\n" + StdioSession.echoOk(2, "é") + "\n");
    assertThat(log())
        .contains("a stray line")
        .anyMatch(line -> line.contains("DEBUG") && line.endsWith("initialised as n1 of [n1, n2]"))
        .anyMatch(line -> line.contains("WARN") && line.endsWith(": nonsense"))
        .anyMatch(line -> line.contains("DEBUG") && line.contains("received {\"src\":\"c1\""))
        .anyMatch(line -> line.contains("DEBUG") && line.contains("sent {\"src\":\"n1\""));
    assertThat(log()).last().asString().endsWith("standard input has ended");
  }

  @Test
  void timerEndsProcessOnClosedOutput() throws Exception {
    write(StdioSession.INIT + "\n");
    assertThat(process.inputReader().readLine()).isEqualTo(StdioSession.INIT_OK);
    process.getInputStream().close();
    write("{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"go\"}}\n");

    assertThat(status()).describedAs("with the input still open").isEqualTo(1);
    assertThat(log()).anyMatch(line -> line.contains("standard output can't be written"));
  }

  private void write(String text) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write(text.getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private int status() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).describedAs("the process ended").isTrue();
    return process.exitValue();
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(stderr);
  }
}
