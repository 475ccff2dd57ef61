package glomers.workbench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import glomers.workbench.edn.Edn;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one run.
 *
 * @param path the run's folder
 */
public record RunFolder(Path path) {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String SUMMARY = "run.json";

  /** Where the log goes. */
  public Path log() {
    return path.resolve("workbench.log");
  }

  /** Where what the nodes print on standard error goes. */
  public Path nodeLogs() {
    return path.resolve("node-logs");
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
   * Writes {@code run.json}, by which the list of runs knows this one.
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
