package glomers.workbench.cli;

import glomers.workbench.sweep.ResultFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code workbench summarize}: puts together what several sweeps have written. */
@Command(
    name = "summarize",
    description = {
      "Prints the summary of sweeps that have been divided over machines, from the files that they"
          + " wrote by simulate --results: the same as if one machine had run all seeds, but for the"
          + " shortest failing run, which needs the program; the command that it prints finds that.",
      "",
      "Ends with the same status as that would.",
      ""
    })
final class SummarizeCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Written by simulate --results.")
  private List<Path> files;

  @Override
  public Integer call() {
    ResultFiles results = new ResultFiles();
    try {
      files.forEach(results::add);
      if (results.summary().seeds() == 0) {
        throw new IllegalArgumentException("there are no results in " + files);
      }
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
    if (!results.gaps().isEmpty()) {
      err().println("Warning: there are no results of seeds " + String.join(", ", results.gaps()));
    }
    out().println(results.summary().describe());
    return results.summary().verdict().exitStatus();
  }
}
