package glomers.workbench.simulation.shrink;

import glomers.workbench.checker.Result;
import glomers.workbench.report.page.ReportPage;
import glomers.workbench.report.page.Reports;
import glomers.workbench.run.RunRecord;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest run found that fails as a longer one does.
 *
 * @param result the verdict on it
 * @param outcome what it has left behind
 * @param recording its messages
 * @param nodes the ids of its nodes
 * @param trace its steps and events, one per line
 * @param source a JUnit test of {@link glomers.workbench.simulation.Scenario Scenario} that fails
 *     in the same way, to be pasted
 * @param summary how long it is, and how long the full run is, in a sentence
 */
public record ShortestRun(
    Result result,
    RunRecord outcome,
    Recording recording,
    List<String> nodes,
    String trace,
    String source,
    String summary) {
  /**
   * Writes the run's report.
   *
   * @param command what the page says of how it came about
   * @throws IOException if the file can't be written
   */
  public void writeReport(Path file, SimulatedRun full, String command) throws IOException {
    TestOptions options = full.options().toBuilder().nodes(nodes).build();
    ReportPage.write(
        Reports.of(
            options,
            outcome,
            Optional.of(result),
            recording,
            command + " · " + summary,
            "",
            Map.of(),
            List.of()),
        file);
  }
}
