package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  @TempDir private Path directory;

  private RunFolder folder() {
    return new RunFolder(directory);
  }

  private String written(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  @Test
  void aSummaryIsReadAsItWasWritten() throws IOException {
    RunSummary summary = Summaries.withText("a \"b\" <c> & ü\nd");
    folder().writeSummary(summary);
    assertThat(folder().readSummary()).contains(summary);
  }

  @Test
  void theLastSummaryCounts() throws IOException {
    folder().writeSummary(Summaries.of("echo", "2026-03-01T12:00:00Z", RunSummary.RUNNING));
    RunSummary ended = Summaries.of("echo", "2026-03-01T12:00:00Z", "valid");
    folder().writeSummary(ended);
    assertThat(folder().readSummary()).contains(ended);
  }

  @Test
  void aFolderWithoutASummaryHasNone() {
    assertThat(folder().readSummary()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish",
        "[]",
        "null",
        "{}",
        "{\"workload\": \"echo\", \"started\": \"2026\", \"verdict\": \"valid\"}",
        "{\"workload\": \"echo\", \"operations\": \"many\"}"
      })
  void aSummaryThatCanNotBeReadIsNone(String text) throws IOException {
    Files.writeString(directory.resolve("run.json"), text);
    assertThat(folder().readSummary()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneIsNamed() throws IOException {
    RunFolder gone = new RunFolder(directory.resolve("gone"));
    assertThatThrownBy(() -> gone.writeSummary(Summaries.withText("")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone");
  }

  /** What can't be written whole leaves neither a part nor harms what was there. */
  @Test
  void noFileIsLeftHalfWritten() throws IOException {
    folder().writeResults(Map.of());
    assertThatThrownBy(() -> folder().writeResults(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("results.edn"));
    }
    assertThat(written("results.edn")).isEqualTo("{}\n");
  }

  @Test
  void writesResultsAsEdn() throws IOException {
    Map<Keyword, Object> results = new LinkedHashMap<>();
    results.put(Keyword.of("stats"), Map.of(Keyword.of("count"), 3));
    results.put(Keyword.of("valid?"), true);
    folder().writeResults(results);
    assertThat(written("results.edn")).isEqualTo("{:stats {:count 3}, :valid? true}\n");
  }

  @Test
  void theHistoryIsWrittenInBothForms() throws IOException {
    folder().writeHistory(new HistoryBuilder().invoke(0, "echo", "a").ok(0).build());
    assertThat(written("history.edn").lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    assertThat(written("history.txt"))
        .isEqualTo("0\t:invoke\t:echo\t\"a\"\n0\t:ok\t:echo\t\"a\"\n");
  }

  @Test
  void logsHaveTheirPlaces() {
    assertThat(folder().log()).isEqualTo(directory.resolve("workbench.log"));
    assertThat(folder().nodeLogs()).isEqualTo(directory.resolve("node-logs"));
  }
}
