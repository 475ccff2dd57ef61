package glomers.workbench.report;

import java.time.Instant;
import java.util.List;

/** Summaries of runs, for tests. */
final class Summaries {
  private Summaries() {}

  static RunSummary of(String workload, String started, String verdict) {
    return new RunSummary(
        workload, started, verdict, List.of("-w", workload), 1_234, 1_200, 8.125, 0, "");
  }

  /** A run that goes on in this process, or so its file says. */
  static RunSummary running(long pid, Instant started) {
    return new RunSummary(
        "echo", started.toString(), RunSummary.RUNNING, List.of("-w", "echo"), 0, 0, 0, pid, "");
  }

  static RunSummary withText(String text) {
    return new RunSummary(
        "echo", "2026-03-01T12:00:00Z", "crashed", List.of("--bin", text), 0, 0, 0, 0, text);
  }
}
