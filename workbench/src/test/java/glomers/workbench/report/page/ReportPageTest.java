package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import glomers.protocol.Message;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.network.LossReason;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Plan;
import glomers.workbench.plan.TestSource;
import glomers.workbench.shrink.Player.Play;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final Path FULL_DISK = Path.of("/dev/full");

  @TempDir private Path folder;

  private static ReportInput input() {
    return new ReportInput(
        "echo",
        "valid",
        "workbench test",
        "",
        1,
        List.of(),
        Map.of(),
        "{}",
        new HistoryBuilder().invoke(0, "echo", "a").ok(0).build(),
        new Recordings().recording(),
        List.of("n0"),
        1,
        Map.of(),
        List.of(),
        "",
        Optional.empty());
  }

  @Test
  void fullDisksAreIoExceptionsAndLeaveNothing() throws IOException {
    assumeThat(FULL_DISK).exists();
    Files.createSymbolicLink(folder.resolve("report.html.part"), FULL_DISK);
    Path report = folder.resolve("report.html");
    assertThatThrownBy(() -> ReportPage.write(input(), report))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(folder).isEmptyDirectory();
  }

  private static ShortestRun shortestRun(String text) {
    JsonObject body = new JsonObject();
    body.addProperty("type", "broadcast");
    body.addProperty("message", text);
    TraceEvent lost =
        new TraceEvent.MessageEnded(
            0, 0, 1, new Message("n0", "n1", body), Optional.of(LossReason.PARTITION));
    Finding finding = Finding.invalid(Rule.of("lost", ""), text + " is lost.");
    return new ShortestRun(
        new Plan(new OptionsBuilder().workload("broadcast").nodeCount(2).build(), List.of()),
        "lost",
        new Play(
            Result.builder().finding(finding).build(), null, null, List.of(lost), Optional.empty()),
        new TestSource("", "@Test void " + text + "() {}"),
        "It has 2 nodes.");
  }

  @Test
  void shortestRunIsDrawnAndCanBePasted() throws IOException {
    Path report = folder.resolve("report.html");
    ReportPage.write(input().with(Optional.of(ShortRun.of(shortestRun("92")))), report);
    assertThat(Files.readString(report))
        .contains(
            "<svg class=\"spacetime\"",
            ">broadcast 92</text>",
            "92 is lost.",
            "It has 2 nodes.",
            "<pre id=\"source\">@Test void 92() {}</pre>");
  }

  @Test
  void withoutShortestRunItsSectionIsAbsent() throws IOException {
    Path report = folder.resolve("report.html");
    ReportPage.write(input(), report);
    assertThat(Files.readString(report))
        .doesNotContain("<svg class=\"spacetime\"", "<section id=\"shortest\">");
  }

  @Test
  void hostileTextOfShortestRunStaysText() throws IOException {
    Path report = folder.resolve("report.html");
    ReportPage.write(input().with(Optional.of(ShortRun.of(shortestRun("<b>{{title}}")))), report);
    assertThat(Files.readString(report)).contains("&lt;b&gt;{{title}}").doesNotContain("<b>{{");
  }
}
