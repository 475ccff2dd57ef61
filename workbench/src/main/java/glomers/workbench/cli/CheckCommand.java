package glomers.workbench.cli;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Rules;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.History;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.report.BadRunFolderException;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.report.Printable;
import glomers.workbench.report.RunFolder;
import glomers.workbench.report.RunSummary;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.StoredRun;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.run.Analysis;
import glomers.workbench.run.Ending;
import glomers.workbench.run.RunRecord;
import glomers.workbench.trace.Recording;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workbench check}: judges a stored run again. */
@Command(
    name = "check",
    description = {
      "Judges the history of a run again, with the checkers of today, and writes its results.edn and"
          + " report.html anew.",
      "",
      "Ends with the status that the test would have: 0, 1 or 2; and with 254 if there is no run that"
          + " can be judged.",
      ""
    })
final class CheckCommand extends Subcommand {
  @Parameters(paramLabel = "DIR", description = "The folder of a run, such as store/latest.")
  private Path folder;

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      description =
          "By whose rules to judge: strict or maelstrom. Default: as when the run was made.")
  private Rules rules;

  @Mixin private FullResults full;

  @Option(
      names = "--perfetto",
      description =
          "Write the run's operations, messages and faults to trace.json, too, for Perfetto"
              + " (ui.perfetto.dev).")
  private boolean perfetto;

  @Override
  public Integer call() throws IOException {
    try {
      return check(new RunFolder(real(folder))).exitStatus();
    } catch (IllegalArgumentException | BadRunFolderException e) {
      throw wrong("check " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path real(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw new IllegalArgumentException("it is no folder");
      }
      return real;
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no such folder", e);
    }
  }

  private ExitStatus check(RunFolder run) throws IOException, BadRunFolderException {
    requireOurs(run);
    requireFinished(run);
    StoredRun test = run.readTest();
    TestOptions options = StoredArguments.options(test.arguments(), test.seed());
    if (rules != null) {
      options = OptionsBuilder.of(options).rules(rules).build();
    }
    Workload workload = Workloads.named(options.workload()).factory().apply(options);
    History history = run.readHistory(workload::value);
    Recording recording = run.readMessages();
    RunRecord outcome =
        new RunRecord(history, test.network(), Optional.of(test.rate()), new Ending.Finished());
    Result result = Analysis.of(options, workload, outcome);
    run.writeResults(result.toEdn());
    if (perfetto) {
      run.writeTrace(history, recording);
    }
    Optional<ShortRun> shortest =
        result.validity() == Validity.VALID ? Optional.empty() : run.readShortest(workload::value);
    run.writeReport(
        options,
        outcome,
        Optional.of(result),
        recording,
        "workbench " + ShellWords.join(test.arguments()),
        "",
        shortest);
    Screen screen =
        Screen.of(options, outcome, Optional.of(result))
            .again(ShellCommand.again(test.arguments(), test.seed()));
    if (shortest.isPresent()) {
      screen = screen.shortest(shortest.get());
    } else if (result.validity() == Validity.INVALID) {
      screen = screen.without(WhyNoShortest.of(test.arguments()));
    }
    Optional<RunSummary> before = run.readSummary();
    if (before.isPresent()) {
      run.writeSummary(before.get().judged(screen.verdict().label()));
      screen = compared(screen, before.get().verdict());
    }
    PrintWriter console = out();
    console.println(Printable.of(full.text(result.toEdn())));
    console.println("\n" + screen.files(run).text());
    return screen.verdict();
  }

  private static Screen compared(Screen screen, String before) {
    String now = screen.verdict().label();
    return before.equals(now)
        ? screen
        : screen.note("It was " + before + " when it was run, and is " + now + " today.");
  }

  /** Maelstrom's histories lack the nodes, and its options are in a form of its own. */
  private static void requireOurs(RunFolder run) {
    if (Files.exists(run.path().resolve("test.json"))) {
      return;
    }
    if (Files.exists(run.path().resolve("test.jepsen"))) {
      throw new IllegalArgumentException(
          "this is a run of Maelstrom, which can't be judged: its history does not say which node an"
              + " operation went to. Maelstrom's own verdict is in results.edn. For the workbench's,"
              + " run the program by workbench test, with the same options");
    }
    Path latest = run.path().resolve("latest");
    throw new IllegalArgumentException(
        "this is not the folder of a run, for it has no test.json. Name the folder of one run, "
            + (Files.isDirectory(latest) ? "such as " + latest : "such as store/latest"));
  }

  /** A run that was not finished has no verdict that another could be compared with. */
  private static void requireFinished(RunFolder run) {
    String verdict = run.readSummary().map(RunSummary::verdict).orElse("");
    if (verdict.matches("running|interrupted|crashed")) {
      throw new IllegalArgumentException(
          "this run can't be judged, for it was not finished: it is " + verdict);
    }
  }
}
