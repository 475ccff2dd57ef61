package glomers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.process.EchoProgram;
import glomers.bench.process.EchoProgram.Mode;
import glomers.bench.process.NothingIsLeft;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
@ExtendWith(NothingIsLeft.class)
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path workspace;

  private int bench(String... arguments) {
    CommandLine commandLine = Main.commandLine(workspace);
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  private void assertRefused(int status, String message) {
    assertThat(err.toString()).contains(message).endsWith("\nSee bench --help.\n");
    assertThat(status).isEqualTo(254);
    assertThat(out.toString()).isEmpty();
    assertThat(workspace.resolve("bench")).doesNotExist();
  }

  /** Packages an echo, as far as anybody can tell. */
  private Path packageEcho(Mode mode) throws IOException {
    Path file = Suite.executable(workspace, "echo");
    Files.createDirectories(file.getParent());
    String command =
        EchoProgram.command(mode).stream().collect(Collectors.joining("' '", "'", "'"));
    Files.writeString(file, "#!/bin/sh\nexec " + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --runs 0           | --runs must be positive
          --runs -3          | --runs must be positive
          --runs many        | Invalid value for option '--runs': 'many' is not an int
          --messages 0       | --messages must be from 1 to 1000000
          --messages 1000001 | --messages must be from 1 to 1000000
          --only walk        | '--only' (NAME): expected one of [START, CROWD
          --only start,walk  | '--only' (NAME): expected one of [START, CROWD
          --peer go          | --peer go: give a name and a file, such as go=/path/to/echo
          --peer =/bin/sh    | --peer =/bin/sh: give a name and a file, such as
          --peer go=         | --peer go=: there is no such program that can be run
          --peer go=/missing | --peer go=/missing: there is no such program that can be run
          --peer go=/        | --peer go=/: there is no such program that can be run
          --peer ours=/bin/sh  | --peer ours=/bin/sh: the name is taken
          --peer hello=/bin/sh | --peer hello=/bin/sh: the name is taken
          --peer raft-8d=/bin/sh | --peer raft-8d=/bin/sh: the name is taken
          --raft ruby=/missing | --raft ruby=/missing: there is no such program that can be run
          --peer go=/bin/sh --peer go=/bin/cat | two programs have the name go
          --peer go=/bin/sh --raft go=/bin/cat | two programs have the name go
          --rnus 3           | Unknown option
          """)
  void refusesInvalidOption(String arguments, String message) {
    assertRefused(bench(arguments.split(" ")), message);
  }

  @Test
  void refusesPeerThatCannotRun() throws IOException {
    Path file = Files.writeString(workspace.resolve("file"), "#!/bin/sh\n");
    assertRefused(bench("--peer", "go=" + file), "there is no such program that can be run");
  }

  @Test
  void needsPackagedEcho() {
    assertRefused(
        bench(),
        Suite.executable(workspace, "echo") + " here: run make build, and this from the workspace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping-pong", "PING_PONG", "Loops,ping-pong"})
  void sectionsAreKnownAsHelpAndErrorsSpellThem(String sections) {
    assertRefused(bench("--only", sections), "there is no ");
  }

  @Test
  void helpNamesOptionsAndSections() {
    assertThat(bench("--help")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " ")) // lines are as wide as the terminal
        .contains(
            "--runs=NUM", "--messages=NUM", "--only=NAME", "--peer=NAME=FILE", "--raft=NAME=FILE")
        .contains("Default: 5.", "Default: 200000.")
        .contains(
            "start, crowd, warm-up, throughput, ping-pong, paced, workbench, simulator,"
                + " storage, raft, closed-loop, restart, loops");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatWasMeasuredIsPrintedAndKept() throws IOException {
    Path echo = packageEcho(Mode.GOOD);
    int status =
        bench("--only=Start,throughput", "--runs=1", "--messages=100", "--peer", "go=" + echo);
    assertThat(status).as(err.toString()).isZero();
    assertThat(out.toString().lines())
        .contains("|  | ours | hello | go | goal | reached |")
        .anyMatch(line -> line.matches("\\| start of one node .*( \\| \\*\\*[0-9,.]+\\*\\*){3} .*"))
        .anyMatch(line -> line.startsWith("| echoes through the pipe, /s | **"))
        .noneMatch(line -> line.startsWith("| one echo at a time"));
    assertThat(err.toString().lines())
        .containsExactly(
            "start of ours, run 1 of 1",
            "start of go, run 1 of 1",
            "start of hello, run 1 of 1",
            "throughput of ours, run 1 of 1",
            "throughput of go, run 1 of 1");
    assertThat(workspace.resolve("bench/target/bench.md"))
        .content()
        .isEqualToIgnoringNewLines(out.toString());
    assertThat(workspace.resolve("bench/target/bench.json"))
        .content()
        .contains("--only=Start,throughput --runs=1", "\"throughput\": {", "\"values\": [");
  }

  @Test
  void anEchoThatAnswersWronglyEndsItAll() throws IOException {
    packageEcho(Mode.WRONG);
    assertThat(bench("--only", "throughput", "--messages", "100")).isEqualTo(1);
    assertThat(err.toString()).startsWith("a wrong answer to an echo: {").contains("Cuckoo");
    assertThat(out.toString()).isEmpty();
    assertThat(workspace.resolve("bench/target/bench.json")).doesNotExist();
  }
}
