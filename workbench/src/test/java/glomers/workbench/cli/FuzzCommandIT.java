package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FuzzCommandIT {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int fuzz(String fault, String... options) throws Exception {
    Path program =
        WorkbenchProcess.program(
            folder,
            String.format(
                "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s '%s'%n",
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                "glomers.workbench.fuzz.Victim",
                fault));
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of("fuzz", "--node-count", "1"));
    if (!List.of(options).contains("-w")) {
      words.addAll(List.of("-w", "echo"));
    }
    words.addAll(List.of("--bin", program.toString(), "--seed", "7", "--stall-limit", "10"));
    words.addAll(List.of(options));
    return commandLine.execute(words.toArray(String[]::new));
  }

  @Test
  void findsNothingInNodesThatBearAll() throws Exception {
    assertThat(fuzz("none")).as(out.toString()).isZero();
    assertThat(out.toString())
        .startsWith("Seed 7\nrefused        10,000 lines, slowest answer")
        .contains("absurd         10,000 lines", "Everything looks good!");
  }

  @Test
  void tellsOfNodesThatEnd() throws Exception {
    assertThat(fuzz("ends")).isEqualTo(255);
    assertThat(out.toString()).contains("Node n0 ", "with status 3");
  }

  @Test
  void tellsOfNodesThatStall() throws Exception {
    assertThat(fuzz("stalls", "--stall-limit", "2")).isEqualTo(255);
    assertThat(out.toString()).contains("Node n0 did not answer a request within 2.0 s, after ");
  }

  @Tag("thorough")
  @Test
  void tellsOfLogsWithoutBound() throws Exception {
    assertThat(fuzz("logs")).isEqualTo(1);
    assertThat(out.toString())
        .contains("The nodes have logged ", "more than the limit of 1,048,576");
  }

  @Tag("thorough")
  @Test
  void tellsOfNodesThatAreWrongAfterwards() throws Exception {
    assertThat(fuzz("is wrong")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "In the test behind the lines, workload is invalid:\n 1. ",
            "I am confused",
            "{:valid? false");
  }

  @Tag("thorough")
  @Test
  void waitsUntilNodesServeAgain() throws Exception {
    assertThat(fuzz("none", "-w", "unique-ids")).as(out.toString()).isZero();
  }

  @Tag("thorough")
  @Test
  void tellsOfFunctionsThatAreNeverServed() throws Exception {
    assertThat(fuzz("none", "-w", "unique-ids", "--rate", "0.5")).isEqualTo(1);
    assertThat(out.toString())
        .contains("In the test behind the lines, stats is invalid", "generate operations was ok");
  }

  @Tag("thorough")
  @Test
  void tellsOfMemoryAboveTheLimit() throws Exception {
    assertThat(fuzz("none", "--memory-limit", "5")).isEqualTo(1);
    assertThat(out.toString()).contains("MB of memory, more than the limit of 5");
  }

  @Test
  void refusesBadOptions() throws Exception {
    assertThat(fuzz("none", "--lines", "1")).isEqualTo(Main.BAD_ARGUMENTS);
    assertThat(err.toString()).startsWith("--lines 1: must be at least 2");
  }
}
