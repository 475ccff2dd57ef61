package glomers.workbench.sweep;

import glomers.workbench.report.StoreWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the results in several files together again. */
public final class ResultFiles {
  private final SweepSummary summary = new SweepSummary();
  private final Map<Long, String> places = new TreeMap<>();

  /**
   * Adds the results in a file.
   *
   * @throws IllegalArgumentException if the file can't be read, a line is not a result, or a seed
   *     has been added before; the message names the place
   */
  public void add(Path file) {
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line;
      while ((line = in.readLine()) != null) {
        add(line, file + ":" + ++number);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": can't be read: " + StoreWriter.reason(e), e);
    }
  }

  private void add(String line, String place) {
    SeedResult result;
    try {
      result = SeedResult.ofLine(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
    String before = places.putIfAbsent(result.seed(), place);
    if (before != null) {
      throw new IllegalArgumentException(
          "%s: seed %s is in %s, too; give each file once, and ranges of seeds that do not overlap"
              .formatted(place, result.seed(), before));
    }
    summary.add(result);
  }

  /** The summary of all results, as the machine would print it that had run all seeds. */
  public SweepSummary summary() {
    return summary;
  }

  /** The ranges of seeds, such as {@code 100 to 199}, that are missing between those added. */
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    Long last = null;
    for (long seed : places.keySet()) {
      if (last != null && seed != last + 1) {
        gaps.add(last + 1 + " to " + (seed - 1));
      }
      last = seed;
    }
    return gaps;
  }
}
