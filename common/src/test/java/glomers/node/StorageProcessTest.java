package glomers.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node keeps in a process of its own, and how the process ends that can't. */
class StorageProcessTest {
  @TempDir private Path directory;
  private Process process;
  private BufferedReader out;

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KeepingServer.class.getName());
    builder.environment().put("GLOMERS_DATA", directory.resolve("data").toString());
    process = builder.redirectError(directory.resolve("stderr").toFile()).start();
    out = process.inputReader(StandardCharsets.UTF_8);
    write(StdioSession.INIT);
  }

  private void write(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private Path file() {
    return directory.resolve("data/n1/log");
  }

  private void keep() throws Exception {
    start();
    assertThat(out.readLine()).isEqualTo(StdioSession.INIT_OK);
    write(StdioSession.echo(2, "kept"));
    assertThat(out.readLine()).isEqualTo(StdioSession.echoOk(2, "none"));
    process.destroyForcibly().waitFor();
  }

  @Test
  void killedNodeFindsItsRecords() throws Exception {
    keep();
    start();
    assertThat(out.readLine()).isEqualTo(StdioSession.INIT_OK);
    write(StdioSession.echo(2, "more"));
    assertThat(out.readLine()).isEqualTo(StdioSession.echoOk(2, "kept"));
  }

  @Test
  void damagedFileEndsProcessWithClearWord() throws Exception {
    keep();
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length - 3] ^= 1;
    Files.write(file(), bytes);
    start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(StdioRuntime.DISK_FAILED);
    assertThat(Files.readString(directory.resolve("stderr")))
        .contains("the file log of the node's storage is not as this node wrote it: at offset 8");
  }

  @Test
  void diskThatCannotBeWrittenEndsProcess() throws Exception {
    Files.writeString(directory.resolve("data"), "a file where the folder must be");
    start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(StdioRuntime.DISK_FAILED);
  }
}
