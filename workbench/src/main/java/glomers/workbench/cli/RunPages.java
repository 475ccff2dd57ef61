package glomers.workbench.cli;

import glomers.workbench.report.Printable;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.shrink.ShrinkResult;
import glomers.workbench.simulation.SimulatedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Shows a simulated run as a page, and one that fails in its shortest form, too.
 *
 * @param report where the page goes; null for none
 * @param shrink whether to look for the shortest failing run
 */
record RunPages(Path report, boolean shrink, PrintWriter console) {
  /**
   * Shows a run.
   *
   * @param command how it was run
   * @param replay the command that runs it again
   * @throws IOException if a page can't be written
   */
  void show(SimulatedRun run, String command, String replay) throws IOException {
    Optional<ShrinkResult> search =
        shrink && !run.isValid() ? Optional.of(search(run)) : Optional.empty();
    search.ifPresent(result -> console.println("\n" + result.summary()));
    Optional<ShortestRun> shortest = search.flatMap(ShrinkResult::run);
    shortest.ifPresent(
        found ->
            console.println(
                Printable.of(found.play().trace()) + "\nAs a test:\n\n" + found.source()));
    if (report == null) {
      return;
    }
    run.writeReport(report, command, replay);
    console.println("See it at " + report.toAbsolutePath().toUri());
    if (shortest.isPresent()) {
      String name = report.getFileName().toString().replaceFirst("(\\.html)?$", "-shortest.html");
      Path file = report.resolveSibling(name);
      shortest.get().writeReport(file, command);
      console.println("See the shortest failing run at " + file.toAbsolutePath().toUri());
    }
  }

  private ShrinkResult search(SimulatedRun run) {
    boolean terminal = Terminal.isStandardOutput();
    ShrinkResult found = run.shrink(text -> progress(terminal, text));
    progress(terminal, "");
    return found;
  }

  /** Shows how far the search is, in place of what was shown before. */
  private void progress(boolean terminal, String text) {
    if (terminal) {
      console.print("\r\u001b[K" + text);
      console.flush();
    }
  }
}
