package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.history.History;
import glomers.workbench.trace.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The input of a report.
 *
 * @param title what was tested, in a few words
 * @param verdict valid, invalid, unknown or crashed
 * @param command how it was run
 * @param replay the command that runs it again; empty if that is the same
 * @param seed of all random choices
 * @param findings what is wrong
 * @param figures numbers worth showing, by name
 * @param results the results as they are printed
 * @param history the operations and faults
 * @param recording the messages
 * @param nodes the ids of the nodes, in order
 * @param workers how many workers there were, so that the processes of one can share a lane
 * @param logs what the nodes printed on standard error, by node
 * @param files the names of files beside the report
 * @param remark what Maelstrom would say, and what does not count, as lines of text; empty if there
 *     is nothing to say
 * @param shortest the shortest run that fails alike; empty if there is none
 */
public record ReportInput(
    String title,
    String verdict,
    String command,
    String replay,
    long seed,
    List<Finding> findings,
    Map<String, Double> figures,
    String results,
    History history,
    Recording recording,
    List<String> nodes,
    int workers,
    Map<String, List<String>> logs,
    List<String> files,
    String remark,
    Optional<ShortRun> shortest) {
  /** Keeps its own copies. */
  public ReportInput {
    findings = List.copyOf(findings);
    nodes = List.copyOf(nodes);
    files = List.copyOf(files);
  }

  /** The same, with the shortest run that fails alike. */
  public ReportInput with(Optional<ShortRun> shorter) {
    return new ReportInput(
        title, verdict, command, replay, seed, findings, figures, results, history, recording,
        nodes, workers, logs, files, remark, shorter);
  }
}
