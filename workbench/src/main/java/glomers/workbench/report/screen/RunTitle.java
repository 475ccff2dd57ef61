package glomers.workbench.report.screen;

import glomers.workbench.checker.Counted;
import glomers.workbench.workload.TestOptions;
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
    parts.add(Counted.of(options.nodes().size(), "node"));
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
              options.latency().shape().name().toLowerCase(Locale.ROOT)));
    }
    if (!options.faults().names().isEmpty()) {
      parts.add("faults: " + String.join(" and ", options.faults().names()));
    }
    parts.add("seed " + options.seed());
    return String.join(", ", parts);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
