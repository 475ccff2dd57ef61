package glomers.workbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CheckCommandIT {
  @TempDir private Path directory;

  private Path run() throws Exception {
    Path program = WorkbenchProcess.program(directory, WorkbenchProcess.SERVER);
    WorkbenchProcess test =
        WorkbenchProcess.start(
            List.of(
                "test",
                "-w",
                "echo",
                "--time-limit",
                "1",
                "--node-count",
                "2",
                "--rate",
                "20",
                "--bin",
                program.toString(),
                "--store",
                directory.resolve("store").toString()));
    assertThat(test.await()).as(test.text()).isZero();
    return directory.resolve("store/latest");
  }

  @Test
  void judgesAgainWithTheSameResults() throws Exception {
    Path run = run();
    String results = Files.readString(run.resolve("results.edn"));
    String report = Files.readString(run.resolve("report.html"));
    Files.delete(run.resolve("results.edn"));
    Files.delete(run.resolve("report.html"));
    Captured check = Captured.of("check", run.toString());
    assertThat(check.status()).as(check.err()).isZero();
    assertThat(Files.readString(run.resolve("results.edn"))).isEqualTo(results);
    assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(report);
    assertThat(check.out()).contains("the page: ", "file:///", "Everything looks good!");
  }

  @Test
  void writesTraceForPerfettoOnRequest() throws Exception {
    Path run = run();
    assertThat(run.resolve("trace.json")).doesNotExist();
    assertThat(Captured.of("check", "--perfetto", run.toString()).status()).isZero();
    assertThat(Files.readString(run.resolve("trace.json")))
        .startsWith("{\"traceEvents\":[")
        .contains("\"operations\"", "send c", "\"ph\":\"f\"");
    assertThat(Files.readString(run.resolve("report.html"))).contains("href=\"trace.json\"");
  }

  @Test
  void findsWhatIsWrongInAnAlteredHistory() throws Exception {
    Path run = run();
    Path history = run.resolve("history.edn");
    Files.writeString(
        history,
        Files.readString(history).replaceFirst("(:type :ok.*)Please echo \\d+", "$1other"));
    Captured check = Captured.of("check", run.toString());
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("It was valid when it was run, and is invalid today.");
    assertThat(Files.readString(run.resolve("run.json"))).contains("\"verdict\": \"invalid\"");
  }

  @Test
  void refusesWhatIsNoFinishedRun() throws Exception {
    Path run = run();
    assertRefused(directory.resolve("nothing"), "there is no such folder");
    assertRefused(run.resolve("run.json"), "it is no folder");
    assertRefused(
        directory,
        "this is not the folder of a run, for it has no test.json. Name the folder of one");
    Path maelstroms = Files.createDirectory(directory.resolve("maelstrom"));
    Files.writeString(maelstroms.resolve("test.jepsen"), "");
    assertRefused(maelstroms, "this is a run of Maelstrom, which can't be judged");
    replace(run.resolve("run.json"), "valid", "interrupted");
    assertRefused(run, "it was not finished: it is interrupted");
    replace(run.resolve("run.json"), "interrupted", "valid");
    replace(run.resolve("test.json"), "\"echo\"", "\"ecko\"");
    assertRefused(run, "ecko");
    replace(run.resolve("test.json"), "\"ecko\"", "\"echo\"");
    replace(run.resolve("history.edn"), "\\{:process", "{:process [");
    assertRefused(run, "history.edn can't be read: line 1 is no entry of a history: expected");
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(from, to));
  }

  private static void assertRefused(Path folder, String message) {
    Captured check = Captured.of("check", folder.toString());
    assertThat(check.err()).contains("check " + folder, message).doesNotContain("\tat ");
    assertThat(check.status()).isEqualTo(254);
    assertThat(check.out()).isEmpty();
  }
}
