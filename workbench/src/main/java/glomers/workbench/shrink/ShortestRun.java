package glomers.workbench.shrink;

import glomers.workbench.plan.Plan;
import glomers.workbench.report.page.ReportPage;
import glomers.workbench.report.page.Reports;
import glomers.workbench.report.page.ShortRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest run found that breaks the rule that a longer one breaks.
 *
 * @param plan what it does, up to its end
 * @param rule the name of the rule
 * @param play what came of it
 * @param source a JUnit test of {@link glomers.workbench.simulation.Scenario Scenario}, to be
 *     pasted: it fails as long as the rule is broken
 * @param summary how long it is, and how long the full run is, in a sentence
 */
public record ShortestRun(Plan plan, String rule, Play play, String source, String summary) {
  /**
   * Writes the run's report.
   *
   * @param command what the page says of how it came about
   * @throws IOException if the file can't be written
   */
  public void writeReport(Path file, String command) throws IOException {
    ReportPage.write(
        Reports.of(
                plan.options(),
                play.outcome(),
                Optional.of(play.result()),
                play.recording(),
                command + " · " + summary,
                "",
                Map.of(),
                List.of())
            .with(Optional.of(forReport())),
        file);
  }

  /** This run, for the report of the longer one. */
  public ShortRun forReport() {
    return new ShortRun(
        summary, play.casesOf(rule).findFirst(), play.events(), plan.nodes(), source);
  }
}
