package glomers.workbench.sweep;

import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Printable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The summary of a sweep: how many seeds are valid, the spread of each figure, and the lowest seed
 * that failed. A run may be too short for an operation of each function to be ok, a sweep is not:
 * one in which that never happened is invalid. It does not depend on the order in which results are
 * added. Safe for use by many threads.
 */
public final class SweepSummary {
  private static final int SEEDS_NAMED_MAX = 10;

  private final Map<String, Column> figures = new TreeMap<>();
  private final Map<String, Boolean> ok = new TreeMap<>();
  private final TreeSet<Long> badSeeds = new TreeSet<>();
  private SeedResult firstBad;
  private int valid;
  private int seeds;

  /** The values of one figure. Boxed, those of a million seeds would fill the memory. */
  private static final class Column {
    private double[] values = new double[64];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    String line(String name) {
      double[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      boolean areWhole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
      String format =
          areWhole ? "%-34s %,10.0f %,10.0f %,10.0f%n" : "%-34s %,10.2f %,10.2f %,10.2f%n";
      return String.format(
          Locale.ROOT, format, name, sorted[0], sorted[count / 2], sorted[count - 1]);
    }
  }

  /** Adds the result of a seed. */
  public synchronized void add(SeedResult result) {
    seeds++;
    result.figures().forEach((name, value) -> column(name).add(value));
    result.ok().forEach((f, isOk) -> ok.merge(f, isOk, Boolean::logicalOr));
    if (result.isValid()) {
      valid++;
      return;
    }
    badSeeds.add(result.seed());
    if (badSeeds.size() > SEEDS_NAMED_MAX) {
      badSeeds.pollLast();
    }
    if (firstBad == null || result.seed() < firstBad.seed()) {
      firstBad = result;
    }
  }

  private Column column(String name) {
    return figures.computeIfAbsent(name, none -> new Column());
  }

  /** How many seeds have been added. */
  public synchronized int seeds() {
    return seeds;
  }

  /** How many of them are not valid. */
  public synchronized int failed() {
    return seeds - valid;
  }

  /** The lowest seed that is not valid. */
  public synchronized Optional<SeedResult> firstBad() {
    return Optional.ofNullable(firstBad);
  }

  /** That of the lowest seed that is not valid, or else of all together. */
  public synchronized ExitStatus verdict() {
    return firstBad()
        .map(SeedResult::verdict)
        .orElse(neverOk().isEmpty() ? ExitStatus.VALID : ExitStatus.INVALID);
  }

  private List<String> neverOk() {
    return ok.entrySet().stream().filter(each -> !each.getValue()).map(Map.Entry::getKey).toList();
  }

  /** Which functions failed in all seeds. */
  private String failures() {
    return neverOk().stream()
        .map(
            f ->
                "No %s operation was ok in any of them; to see one, write --seed in place of --seeds.%n"
                    .formatted(f))
        .collect(Collectors.joining());
  }

  /** Which seeds are not valid, the lowest of them, and how to see one. */
  private String badSeeds() {
    if (badSeeds.isEmpty()) {
      return "";
    }
    String names =
        badSeeds.stream().map(seed -> Long.toString(seed)).collect(Collectors.joining(", "));
    if (failed() == 1) {
      return "Seed " + names + " is not; it is told below." + System.lineSeparator();
    }
    return String.format(
        Locale.ROOT,
        "Seeds %s%s are not.%nSeed %d is told below; to see another, write --seed %d in place of --seeds.%n",
        names,
        failed() > badSeeds.size() ? ", …" : "",
        badSeeds.first(),
        badSeeds.higher(badSeeds.first()));
  }

  /** How many seeds are valid, and the spread of each figure. */
  public synchronized String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d of %,d seeds %s valid%n%s%n%-34s %10s %10s %10s%n",
            valid,
            seeds,
            valid == 1 ? "is" : "are",
            badSeeds() + failures(),
            "",
            "min",
            "median",
            "max"));
    figures.forEach((name, column) -> text.append(column.line(name)));
    return text.toString();
  }

  /** All of it, for a person to read. */
  public synchronized String describe() {
    StringBuilder text = new StringBuilder(table());
    firstBad()
        .flatMap(SeedResult::failure)
        .ifPresent(
            failure ->
                text.append('\n')
                    .append(Printable.of(failure.description()))
                    .append("\n\nRun it again:\n    ")
                    .append(failure.replay())
                    .append('\n'));
    return text.append('\n').append(verdict().lastLine()).toString();
  }
}
