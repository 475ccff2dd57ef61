package glomers.workbench.report;

import glomers.workbench.checker.Sentences;
import glomers.workbench.run.Phase;
import glomers.workbench.run.Status;
import java.time.Duration;

/** The progress of a test, in one line. */
public final class ProgressLine {
  private ProgressLine() {}

  /** Such as {@code 12 of 20 s · 118 operations (9.8 per second): 117 ok, 0 failed, 1 unknown}. */
  public static String of(Status status, Duration timeLimit) {
    StringBuilder line = new StringBuilder();
    line.append(
        Sentences.format(
            "%d of %d s · %s · %,d operations%s: %,d ok, %,d failed, %,d unknown",
            Math.min(status.elapsed().toSeconds(), timeLimit.toSeconds()),
            timeLimit.toSeconds(),
            status.phase(),
            status.invoked(),
            rate(status, timeLimit),
            status.ok(),
            status.failed(),
            status.unknown()));
    if (!status.faults().isEmpty()) {
      line.append(" · active: ").append(String.join(", ", status.faults()));
    }
    return line.toString();
  }

  /** While operations are begun; afterwards it would seem to fall. */
  private static String rate(Status status, Duration timeLimit) {
    if (status.phase() != Phase.OPERATING) {
      return "";
    }
    double seconds = Math.min(status.elapsed().toMillis(), timeLimit.toMillis()) / 1e3;
    double rate = seconds < 0.5 ? 0 : status.invoked() / seconds;
    return Sentences.format(rate < 100 ? " (%.1f per second)" : " (%,.0f per second)", rate);
  }
}
