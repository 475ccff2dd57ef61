package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that a node's memory can't take: they are refused, and the node serves on. */
@Timeout(60)
class StdioRuntimeMemoryTest {
  @TempDir private Path directory;
  private Path stderr;
  private Process process;
  private BufferedReader out;

  @BeforeEach
  void start() throws IOException {
    stderr = directory.resolve("stderr");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                ProcessServer.class.getName())
            .redirectError(stderr.toFile())
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    write(StdioSession.INIT);
    assertThat(out.readLine()).isEqualTo(StdioSession.INIT_OK);
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private void write(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** All that the node has logged until the end of its input. */
  private String log() throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
    return Files.readString(stderr);
  }

  private void assertServesOn() throws IOException {
    write(StdioSession.echo(9, "still there"));
    assertThat(out.readLine()).isEqualTo(StdioSession.echoOk(9, "still there"));
  }

  @Test
  void tooManyValuesAreRefusedByError13() throws Exception {
    write(StdioSession.echo(7, "x").replace("\"x\"", "[" + "1,".repeat(2_000_000) + "1]"));
    assertThat(out.readLine())
        .startsWith(
            "{\"src\":\"n1\",\"dest\":\"c1\",\"body\":{\"type\":\"error\",\"in_reply_to\":7")
        .contains(
            "\"code\":13", "the line holds 2000014 JSON values, and this process takes at most")
        .contains("send less in one message");
    assertServesOn();
    assertThat(log()).contains("skipped a line: the line holds 2000014 JSON");
  }

  @Test
  void valuesArePaidForBeforeTheyFillTheMemory() throws Exception {
    String list = "[\"" + "x".repeat(20) + "\"]";
    String some = "[" + (list + ",").repeat(20_000) + list + "]";
    write(StdioSession.echo(7, "x").replace("\"x\"", some));
    assertThat(out.readLine()).contains("must be a string, but is an array");
    String more = "[" + (list + ",").repeat(30_000) + list + "]";
    write(StdioSession.echo(8, "x").replace("\"x\"", more));
    assertThat(out.readLine()).contains("\"code\":13", "the line holds 60015 JSON values");
    assertServesOn();
  }

  @Test
  void shortLinesMayHoldTooManyValuesToo() throws Exception {
    write(StdioSession.echo(7, "x").replace("\"x\"", "[" + "1,".repeat(150_000) + "1]"));
    assertThat(out.readLine()).contains("\"code\":13", "the line holds 150014 JSON values");
    assertServesOn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"echo\",\"echo\":%s",
        "{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"msg_id\":\"x\",\"echo\":%s}}",
        "{\"dest\":\"n1\",\"body\":{\"echo\":%s},\"src\":7}"
      })
  void tooManyValuesOfMalformedLinesAreNotReadEither(String line) throws Exception {
    write(line.formatted("[" + "[1],".repeat(150_000) + "1]"));
    assertServesOn();
    assertThat(log()).contains("skipped a line: the line holds 30001").contains(" JSON values");
  }

  @Test
  void aStringThatDoesNotFitIsSkipped() throws Exception {
    write(StdioSession.echo(7, "x".repeat(30_000_000)));
    assertServesOn();
    assertThat(log())
        .contains("skipped a line of 30000068 bytes: the longest that is read has 33554432")
        .doesNotContain("Error creating converter", "not well-formed");
  }

  @Test
  void aHandlerThatUsesUpMemoryIsNamedAsTheCause() throws Exception {
    write(StdioSession.echo(7, ProcessServer.HOARD));
    assertThat(out.readLine()).contains("\"in_reply_to\":7,\"code\":13", "OutOfMemoryError");
    assertServesOn();
    assertThat(log())
        .contains("java.lang.OutOfMemoryError: Java heap space", "glomers.node.ProcessServer")
        .doesNotContain("Error creating converter");
  }

  @Test
  void aLogOfMalformedLinesIsBounded() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      lines.append("{\"src\":\"c1\",\"dest\":\"n1\",\"body\":").append(i).append("}\n");
    }
    write(lines.toString().stripTrailing());
    assertServesOn();
    assertThat(log()).contains("more like this)").hasSizeLessThan(20_000);
  }
}
