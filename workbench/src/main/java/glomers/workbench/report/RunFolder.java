package glomers.workbench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import glomers.workbench.checker.Result;
import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnReader;
import glomers.workbench.edn.Keyword;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryReader;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.ValueReader;
import glomers.workbench.report.page.PerfettoTrace;
import glomers.workbench.report.page.ReportInput;
import glomers.workbench.report.page.ReportPage;
import glomers.workbench.report.page.Reports;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.report.page.ShortRunFile;
import glomers.workbench.run.RunRecord;
import glomers.workbench.run.TestFailure;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.trace.MessageFile;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
  private static final String TEST = "test.json";
  private static final String HISTORY = "history.edn";
  private static final String MESSAGES = "messages.jsonl.gz";
  private static final String TRACE = "trace.json";
  private static final String PROGRESS = "progress.txt";

  // The shortest run: its events, its test, as data for readShortest, and its page.
  private static final String SHORTEST_TRACE = "shortest.txt";
  private static final String SHORTEST_TEST = "ShortestRunTest.java";
  private static final String SHORTEST_DATA = "shortest.json";
  private static final String SHORTEST_REPORT = "shortest.html";

  private static final long RESULTS_BYTES_MAX = 8 << 20;
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

  /** The page of the shortest run that fails in the same way. */
  public Path shortestReport() {
    return path.resolve(SHORTEST_REPORT);
  }

  /** The test of the shortest run, as a file to paste. */
  public Path shortestTest() {
    return path.resolve(SHORTEST_TEST);
  }

  /** The messages. */
  public Path messages() {
    return path.resolve(MESSAGES);
  }

  /**
   * Writes the shortest run that fails in the same way: its events, its test and its page.
   *
   * @param command what the page says of how it came about
   */
  public void writeShortest(ShortestRun run, String command) throws IOException {
    write(SHORTEST_TRACE, out -> out.write(run.play().trace()));
    write(SHORTEST_TEST, out -> out.write(run.source().file()));
    write(SHORTEST_DATA, out -> out.write(ShortRunFile.write(ShortRun.of(run)) + "\n"));
    writeWhole(SHORTEST_REPORT, part -> ReportPage.write(Reports.of(run, command), part));
  }

  /** Removes what {@link #writeShortest} has written of a run that was here before. */
  public void removeShortest() throws IOException {
    for (String name : List.of(SHORTEST_TRACE, SHORTEST_TEST, SHORTEST_DATA, SHORTEST_REPORT)) {
      Files.deleteIfExists(path.resolve(name));
    }
  }

  /**
   * The shortest run that was written beside the run; empty if none was.
   *
   * @param values reads the values of operations
   * @throws BadRunFolderException if it can't be read
   */
  public Optional<ShortRun> readShortest(ValueReader values) throws BadRunFolderException {
    return Files.exists(path.resolve(SHORTEST_DATA))
        ? Optional.of(
            read(SHORTEST_DATA, file -> ShortRunFile.read(Files.readString(file), values)))
        : Optional.empty();
  }

  /**
   * Writes {@code report.html}.
   *
   * @param result empty if the run could not be finished
   * @param command how it was run
   * @param replay the command that runs it again; empty if there is none
   */
  public void writeReport(
      TestOptions options,
      RunRecord outcome,
      Optional<Result> result,
      Recording recording,
      String command,
      String replay,
      Optional<ShortRun> shortest)
      throws IOException {
    Map<String, List<String>> logs = nodeLogLines(options.nodes());
    ReportInput input =
        Reports.of(options, outcome, result, recording, command, replay, logs, fileNames())
            .with(shortest);
    writeWhole(report().getFileName().toString(), part -> ReportPage.write(input, part));
  }

  /** Writes what {@link #readTest}, {@link #readHistory} and {@link #readMessages} read. */
  public void writeTest(StoredRun test, Recording recording) throws IOException {
    write(TEST, out -> out.write(GSON.toJson(test) + "\n"));
    writeWhole(MESSAGES, part -> MessageFile.write(recording, part));
  }

  /**
   * The test that was run, and its counts.
   *
   * @throws BadRunFolderException if that can't be read
   */
  public StoredRun readTest() throws BadRunFolderException {
    return read(
        TEST,
        file -> {
          StoredRun test = GSON.fromJson(Files.readString(file), StoredRun.class);
          if (test == null || !test.isComplete()) {
            throw new IllegalArgumentException("it lacks something");
          }
          return test;
        });
  }

  /**
   * The operations and faults.
   *
   * @param values reads the values of operations
   * @throws BadRunFolderException if they can't be read
   */
  public History readHistory(ValueReader values) throws BadRunFolderException {
    return read(
        HISTORY,
        file -> {
          try (BufferedReader in = Files.newBufferedReader(file)) {
            return HistoryReader.readEdn(in, values);
          }
        });
  }

  /**
   * The messages.
   *
   * @throws BadRunFolderException if they can't be read
   */
  public Recording readMessages() throws BadRunFolderException {
    return read(MESSAGES, MessageFile::read);
  }

  private interface FileReader<T> {
    T read(Path file) throws IOException;
  }

  private <T> T read(String name, FileReader<T> reader) throws BadRunFolderException {
    try {
      return reader.read(path.resolve(name));
    } catch (IOException e) {
      throw new BadRunFolderException(path.resolve(name), StoreWriter.reason(e), e);
    } catch (IllegalArgumentException | JsonParseException e) {
      throw new BadRunFolderException(path.resolve(name), e.getMessage(), e);
    }
  }

  /** Writes {@code trace.json}, for Perfetto. */
  public void writeTrace(History history, Recording recording) throws IOException {
    writeWhole(TRACE, part -> PerfettoTrace.write(history, recording, part));
  }

  /** The first lines that each node has printed on standard error, by node; none of the silent. */
  private Map<String, List<String>> nodeLogLines(List<String> nodes) throws IOException {
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

  /** The names of the run's files and folders, sorted, but the report; folders end in a slash. */
  private List<String> fileNames() throws IOException {
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
    write(HISTORY, out -> HistoryWriter.writeEdn(history, out));
    write("history.txt", out -> HistoryWriter.writeText(history, out));
  }

  private interface Contents {
    void writeTo(BufferedWriter out) throws IOException;
  }

  private void write(String name, Contents contents) throws IOException {
    writeWhole(
        name,
        part -> {
          try (BufferedWriter out = Files.newBufferedWriter(part)) {
            contents.writeTo(out);
          }
        });
  }

  private interface FileWriter {
    void write(Path part) throws IOException;
  }

  /** Writes a file under another name first: under its own there is all of it, or nothing. */
  private void writeWhole(String name, FileWriter writer) throws IOException {
    Path part = path.resolve("." + name + ".part");
    try {
      writer.write(part);
      Files.move(
          part,
          path.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes why a run could not be finished, in place of its results. */
  public void writeFailure(TestFailure failure) throws IOException {
    writeResults(Edn.map("error", failure.describe(), "valid?", Keyword.of("unknown")));
  }

  /** Writes {@code results.edn}. */
  public void writeResults(Object results) throws IOException {
    write("results.edn", out -> out.write(Edn.pretty(results, Edn.WIDTH) + "\n"));
  }

  /**
   * Writes {@code run.json}, from which the list of runs describes this one.
   *
   * @throws IOException if it can't be written
   */
  public void writeSummary(RunSummary summary) throws IOException {
    write(SUMMARY, out -> out.write(GSON.toJson(summary) + "\n"));
  }

  /** Writes how far a run is, in a line, for those who look at the list of runs meanwhile. */
  public void writeProgress(String line) throws IOException {
    write(PROGRESS, out -> out.write(line));
  }

  /** The run has ended. */
  public void endProgress() throws IOException {
    Files.deleteIfExists(path.resolve(PROGRESS));
  }

  /** How far a run is; empty if it has ended, or does not say. */
  String readProgress() {
    try {
      return Files.readString(path.resolve(PROGRESS));
    } catch (IOException e) {
      return "";
    }
  }

  /** The numbers of {@code results.edn}, by their paths in it; none if it can't be read. */
  Map<String, Double> readFigures() {
    try {
      Path file = path.resolve("results.edn");
      return Files.size(file) > RESULTS_BYTES_MAX
          ? Map.of()
          : Figures.of(EdnReader.read(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      return Map.of();
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
