package glomers.workbench.report;

import glomers.workbench.run.Status;
import java.time.Duration;
import java.util.Locale;

/** The progress of a test, in one line. */
public final class ProgressLine {
  private ProgressLine() {}

  /** Such as {@code 12 of 20 s · 118 operations (9.8 per second): 117 ok, 0 failed, 1 unknown}. */
  public static String of(Status status, Duration timeLimit) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%d of %d s · %s · %,d operations (%s per second): %,d ok, %,d failed, %,d unknown",
            Math.min(status.elapsed().toSeconds(), timeLimit.toSeconds()),
            timeLimit.toSeconds(),
            status.phase(),
            status.invoked(),
            rate(status),
            status.ok(),
            status.failed(),
            status.unknown()));
    if (!status.faults().isEmpty()) {
      line.append(" · active: ").append(String.join(", ", status.faults()));
    }
    return line.toString();
  }

  private static String rate(Status status) {
    double seconds = status.elapsed().toMillis() / 1e3;
    double rate = seconds < 0.5 ? 0 : status.invoked() / seconds;
    return String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%,.0f", rate);
  }
}
