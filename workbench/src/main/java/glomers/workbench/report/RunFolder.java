package glomers.workbench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.report.page.ReportInput;
import glomers.workbench.report.page.ReportPage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one run.
 *
 * @param path the run's folder
 */
public record RunFolder(Path path) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String SUMMARY = "run.json";
  private static final int LOG_LINES_MAX = 2_000;

  /** The file of the log. */
  public Path log() {
    return path.resolve("workbench.log");
  }

  /** The folder of what the nodes print on standard error. */
  public Path nodeLogs() {
    return path.resolve("node-logs");
  }

  /** Where the report is. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** Writes {@code report.html}. */
  public void writeReport(ReportInput input) throws IOException {
    ReportPage.write(input, report());
  }

  /** The first lines that each node has printed on standard error, by node; none of the silent. */
  public Map<String, List<String>> nodeLogLines(List<String> nodes) throws IOException {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String node : nodes) {
      Path log = nodeLogs().resolve(node + ".log");
      if (Files.isRegularFile(log) && Files.size(log) > 0) {
        // Whatever a program prints, UTF-8 or not.
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
          lines.put(node, in.lines().limit(LOG_LINES_MAX).toList());
        }
      }
    }
    return lines;
  }

  /** The names of the files and folders that are there, sorted; folders end in a slash. */
  public List<String> fileNames() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .filter(name -> !name.equals(report().getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  /** Writes {@code history.edn} and {@code history.txt}. */
  public void writeHistory(History history) throws IOException {
    try (BufferedWriter edn = Files.newBufferedWriter(path.resolve("history.edn"));
        BufferedWriter text = Files.newBufferedWriter(path.resolve("history.txt"))) {
      HistoryWriter.writeEdn(history, edn);
      HistoryWriter.writeText(history, text);
    }
  }

  /** Writes {@code results.edn}. */
  public void writeResults(Object results) throws IOException {
    Files.writeString(path.resolve("results.edn"), Edn.pretty(results, Edn.WIDTH) + "\n");
  }

  /**
   * Writes {@code run.json}, from which the list of runs describes this one.
   *
   * @throws UncheckedIOException if it can't be written
   */
  public void writeSummary(RunSummary summary) {
    try {
      Files.writeString(path.resolve(SUMMARY), GSON.toJson(summary) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + path.resolve(SUMMARY), e);
    }
  }

  /** Reads {@code run.json}; empty if there is none, or none that can be read. */
  public Optional<RunSummary> readSummary() {
    try {
      String json = Files.readString(path.resolve(SUMMARY));
      return Optional.ofNullable(GSON.fromJson(json, RunSummary.class))
          .filter(RunSummary::isComplete);
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }
}
