package glomers.workbench.report.screen;

import glomers.workbench.checker.Sentences;
import glomers.workbench.time.Ties;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Variation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was run, in one line: the options that a person chooses. */
final class RunTitle {
  private RunTitle() {}

  /** Such as {@code broadcast, 5 nodes, 20 s at 10 operations per second, faults: loss, seed 7}. */
  static String of(TestOptions options) {
    List<String> parts = new ArrayList<>();
    parts.add(options.workload());
    parts.add(Sentences.count(options.nodes().size(), "node"));
    parts.add(
        number(options.timeLimit().toMillis() / 1e3)
            + " s at "
            + number(options.rate())
            + (options.rate() == 1 ? " operation" : " operations")
            + " per second");
    if (options.latency().meanMillis() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "latency %d ms (%s)",
              options.latency().meanMillis(),
              options.latency().shape().label()));
    }
    variation(options.variation(), parts);
    if (options.variation().drawn()) {
      parts.add(Sentences.count(options.concurrency(), "worker"));
      parts.add(Sentences.count(options.keys().count(), "key"));
      parts.add(number(options.faults().recovery().toMillis() / 1e3) + " s to recover");
    }
    if (!options.faults().names().isEmpty()) {
      String interval = number(options.faults().interval().toMillis() / 1e3);
      parts.add(
          "faults: "
              + String.join(" and ", options.faults().names())
              + (options.variation().drawn() ? " of " + interval + " s" : ""));
    }
    parts.add("seed " + options.seed());
    return String.join(", ", parts);
  }

  private static void variation(Variation variation, List<String> parts) {
    if (!variation.silence().isZero()) {
      parts.add("silences of " + number(variation.silence().toMillis() / 1e3) + " s");
    }
    if (variation.writes() != Variation.NONE.writes()) {
      parts.add(variation.writes() + " % writes");
    }
    if (variation.ties() == Ties.RANDOM) {
      parts.add("ties at random");
    }
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
