package glomers.workbench.report.page;

import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Findings;
import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rule;
import glomers.workbench.edn.Edn;
import glomers.workbench.run.RunRecord;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what a report shows of a run, in either world. */
public final class Reports {
  private static final Rule FAILED = Rule.of("crashed", "a test must be finished to be judged");

  private Reports() {}

  /**
   * The input of the report of a run.
   *
   * @param result empty if the run could not be finished
   * @param command how it was run
   * @param replay the command that runs it again; empty if there is none
   * @param logs what the nodes printed on standard error, by node
   * @param files the names of files beside the report
   */
  public static ReportInput of(
      TestOptions options,
      RunRecord outcome,
      Optional<Result> result,
      Recording recording,
      String command,
      String replay,
      Map<String, List<String>> logs,
      List<String> files) {
    List<Finding> findings =
        outcome
            .failure()
            .map(
                failure ->
                    List.of(
                        Finding.invalid(FAILED, failure.describe())
                            .withNodes(List.of(failure.cause().node()))))
            .orElse(result.map(Result::findings).orElse(List.of()));
    String verdict = result.map(all -> all.validity().name()).orElse("CRASHED");
    return new ReportInput(
        options.workload() + ", " + nodes(options.nodes().size()),
        verdict.toLowerCase(Locale.ROOT),
        command,
        replay,
        options.seed(),
        findings,
        result.map(Result::figures).orElse(Map.of()),
        result.map(all -> Edn.pretty(all.toEdn(), Edn.WIDTH)).orElse(""),
        outcome.history(),
        recording,
        options.nodes(),
        options.concurrency(),
        logs,
        files,
        result.map(Reports::remark).orElse(""),
        Optional.empty());
  }

  /** The input of the report of a shortest run; its command is that of the longer run. */
  public static ReportInput of(ShortestRun run, String command) {
    return of(
            run.plan().options(),
            run.play().outcome(),
            Optional.of(run.play().result()),
            run.play().recording(),
            command + " · " + run.summary(),
            "",
            Map.of(),
            List.of())
        .with(Optional.of(ShortRun.of(run)));
  }

  private static String remark(Result result) {
    String advice = Findings.advice(result);
    return Findings.maelstromsVerdict(result).orElse("") + (advice.isEmpty() ? "" : "\n" + advice);
  }

  private static String nodes(int count) {
    return count == 1 ? "1 node" : count + " nodes";
  }
}
