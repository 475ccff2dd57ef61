package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.workbench.cluster.Pids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole tests by the clock, of nodes that are shell scripts. Each takes two or three seconds. */
@Timeout(60)
class ProcessRunsIT {
  @TempDir private Path directory;

  private Path store() {
    return directory.resolve("store");
  }

  private WorkbenchProcess start(String workload, String script, String... more)
      throws IOException {
    Path program = WorkbenchProcess.program(directory, script);
    List<String> arguments =
        new ArrayList<>(List.of("test", "-w", workload, "--bin", program.toString()));
    arguments.addAll(List.of("--store", store().toString()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--time-limit")) {
      arguments.addAll(1, List.of("--time-limit", "1"));
    }
    return WorkbenchProcess.start(arguments);
  }

  private String latest(String name) throws IOException {
    return Files.readString(store().resolve("latest").resolve(name));
  }

  @Test
  void echoPassesAndLeavesStore() throws Exception {
    WorkbenchProcess test =
        start("echo", WorkbenchProcess.SERVER, "--node-count", "2", "--rate", "20", "--", "a b");
    assertThat(test.await()).as(test.text()).isZero();
    assertThat(test.text())
        .contains("Running operations...", ":valid? true", "all files: ", store().toString())
        .endsWith("\n\nEverything looks good! ヽ(‘ー`)ノ")
        .doesNotContain("\u001b");
    assertThat(latest("results.edn")).startsWith("{:perf").endsWith(":valid? true}\n");
    JsonObject summary = JsonParser.parseString(latest("run.json")).getAsJsonObject();
    long operations = summary.get("operations").getAsLong();
    assertThat(operations).isPositive(); // how many depends on how busy the machine is
    assertThat(latest("history.edn").lines()).hasSize((int) (2 * operations));
    assertThat(latest("history.txt").lines())
        .allMatch(line -> line.matches("[0-9]\t:(invoke|ok)\t:echo\t.*Please echo [0-9]+\".*"));
    assertThat(latest("workbench.log")).contains("Seed ", "Everything looks good!");
    assertThat(latest("run.json")).contains("\"verdict\": \"valid\"", "\"workload\": \"echo\"");
    assertThat(latest("node-logs/n0.log")).matches("started as [0-9]+ with a b\n");
    assertThat(latest("node-logs/n1.log")).startsWith("started as");
    assertThat(store().resolve("current").toRealPath())
        .isEqualTo(store().resolve("latest").toRealPath());
    for (String link : List.of("current", "latest")) {
      assertThat(Files.readSymbolicLink(store().resolve(link)).isAbsolute()).isFalse();
    }
  }

  @Test
  void logsMessagesAndStandardErrorOnRequest() throws Exception {
    WorkbenchProcess test =
        start(
            "echo",
            WorkbenchProcess.SERVER,
            "--nodes=x",
            "--log-stderr",
            "--log-net-send",
            "--log-net-recv",
            "--test-count=2");
    assertThat(test.await()).as(test.text()).isZero();
    assertThat(test.text())
        .containsPattern("x stderr: started as [0-9]+ with")
        .containsPattern("send 0 \\{\"src\":\"c0\",\"dest\":\"x\",\"body\":\\{\"type\":\"init\"")
        .containsPattern(
            "recv 1 \\{\"src\":\"x\",\"dest\":\"c0\",\"body\":\\{\"type\":\"init_ok\"");
    try (Stream<Path> runs = Files.list(store().resolve("echo"))) {
      assertThat(runs).hasSize(2);
    }
  }

  @Test
  void aServerThatEchoesSomethingElseFails() throws Exception {
    String wrong = WorkbenchProcess.SERVER.replace("\\\"echo\\\":\\4", "\\\"echo\\\":7");
    assertThat(wrong).isNotEqualTo(WorkbenchProcess.SERVER);
    WorkbenchProcess test = start("echo", wrong, "--node-count", "1");
    assertThat(test.await()).as(test.text()).isEqualTo(1);
    assertThat(test.text())
        .contains("What is wrong:\n 1. echo: ")
        .endsWith("Analysis invalid! (ﾉಥ益ಥ）ﾉ ┻━┻");
    assertThat(latest("run.json")).contains("\"verdict\": \"invalid\"");
  }

  @Test
  void testWithoutOperationsIsUnknown() throws Exception {
    WorkbenchProcess test =
        start("broadcast", WorkbenchProcess.SERVER, "--nodes=a,b", "--rate=0", "--recovery-time=0");
    assertThat(test.await()).as(test.text()).isEqualTo(2);
    assertThat(test.text()).contains("Errors occurred during analysis, but no anomalies found.");
    assertThat(latest("results.edn")).endsWith(":valid? :unknown}\n");
  }

  @Test
  void aRateOfAlmostNothingPerformsOneOperation() throws Exception {
    WorkbenchProcess test =
        start("echo", WorkbenchProcess.SERVER, "--node-count=1", "--rate=1e-300");
    assertThat(test.await()).as(test.text()).isZero();
    assertThat(latest("history.txt").lines()).hasSize(2);
  }

  @Test
  void aStoreThatIsLostDoesNotCostTheVerdict() throws Exception {
    // More than once: meanwhile the workbench may write to it how far the test is.
    String script = "while [ -e \"$1\" ]; do rm -rf \"$1\"; done\n" + WorkbenchProcess.SERVER;
    WorkbenchProcess test =
        start("echo", script, "--node-count=1", "--", store().resolve("echo").toString());
    assertThat(test.await()).as(test.text()).isZero();
    assertThat(test.text())
        .contains("Everything looks good!")
        .contains("Could not be kept: the history (there is no such file or folder), results.edn")
        .endsWith("Free some space, or keep results elsewhere by --store.")
        .doesNotContain("Exception");
  }

  @Test
  void escapeSequencesOfAProgramAreShownAsText() throws Exception {
    WorkbenchProcess test = start("echo", "printf '\\033[31mred\\n'; exec cat\n", "--nodes=x");
    assertThat(test.await()).as(test.text()).isEqualTo(255);
    assertThat(test.text()).contains("\\u001b[31mred").doesNotContain("\u001b");
  }

  @Test
  void exitOfNodeEndsTestWithItsLog() throws Exception {
    WorkbenchProcess test = start("echo", "echo 'no config' >&2\nexit 3\n", "--node-count", "1");
    assertThat(test.await()).as(test.text()).isEqualTo(255);
    assertThat(test.text())
        .contains(
            "Node n0 exited with status 3 at its start, before it had answered init",
            "    no config")
        .endsWith("The test could not be finished: see above.");
    assertThat(latest("results.edn")).contains(":error \"Node n0 exited with status 3");
    assertThat(latest("run.json")).contains("\"verdict\": \"crashed\"");
  }

  @Test
  void interruptedTestEndsItsNodes() throws Exception {
    WorkbenchProcess test =
        start(
            "echo",
            WorkbenchProcess.SERVER,
            "--node-count=1",
            "--time-limit",
            "600",
            "--log-stderr");
    String started = test.readUntil("started as ");
    String pid = started.replaceFirst(".*started as ([0-9]+) .*", "$1");
    test.interrupt();
    assertThat(test.await()).as(test.text()).isEqualTo(128 + 15);
    assertThat(test.text()).contains("Interrupted.");
    assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty();
    assertThat(Files.readString(store().resolve("current").resolve("run.json")))
        .contains("\"verdict\": \"interrupted\"");
    assertThat(store().resolve("latest")).doesNotExist();
  }

  @Test
  void aTestThatIsKilledLeavesNoProcess() throws Exception {
    // Two sleep, one of them outside the node's group, and the node ignores the end of its input.
    String script =
        "setsid sleep 1000 & escaped=$!\nsleep 1000 &\n"
            + "echo \"left $$ $! $escaped\" >&2\n"
            + "while :; do read -r line || :; done\n";
    WorkbenchProcess test = start("echo", script, "--node-count=1", "--log-stderr");
    String pids = test.readUntil("left ").replaceFirst(".*left ", "");
    test.kill();
    for (String pid : pids.split(" ")) {
      Pids.awaitEnd(Long.parseLong(pid));
    }
  }
}
