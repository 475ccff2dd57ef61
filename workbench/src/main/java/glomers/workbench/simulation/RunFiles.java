package glomers.workbench.simulation;

import glomers.workbench.report.RunFolder;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.page.ShortRun;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.shrink.ShortestRun.Search;
import glomers.workbench.trace.Recording;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a simulated run as one of processes is kept, and the shortest run that fails in the same
 * way beside it.
 *
 * @param folder where it is kept; made by the caller
 * @param writer remembers what can't be kept
 * @param command how it was run, as pages say it
 * @param replay the command that runs it again
 */
public record RunFiles(RunFolder folder, StoreWriter writer, String command, String replay) {
  /**
   * Writes the files.
   *
   * @param shrink whether to look for the shortest failing run
   * @param progress receives now and then how far that is
   * @param recorded writes what rests on the recording of the messages, before the report
   * @return the screen of the run, with the shortest run and the files
   */
  public Screen write(
      SimulatedRun run, boolean shrink, Consumer<String> progress, Consumer<Recording> recorded) {
    Screen screen = run.screen();
    writer.write("the history", () -> folder.writeHistory(run.history()));
    writer.write("results.edn", () -> writeResults(run));
    writer.write("the shortest run", folder::removeShortest);
    Optional<Search> search =
        shrink && !run.isValid() ? Optional.of(run.shrink(progress)) : Optional.empty();
    screen = search.map(screen::shortest).orElse(screen);
    Optional<ShortestRun> shortest = search.flatMap(Search::run);
    shortest.ifPresent(
        found -> writer.write("the shortest run", () -> folder.writeShortest(found, command)));
    try {
      Recording recording = run.recorded().recording().orElseThrow();
      recorded.accept(recording);
      writer.write(
          "report.html",
          () ->
              folder.writeReport(
                  run.options(),
                  run.outcome(),
                  run.result(),
                  recording,
                  command,
                  replay,
                  shortest.map(ShortRun::of)));
    } catch (IllegalStateException e) { // the run can't be replayed
      screen = screen.note(e.getMessage() + " So there is no page of it.");
    }
    return screen.files(folder);
  }

  private void writeResults(SimulatedRun run) throws IOException {
    if (run.outcome().failure().isPresent()) {
      folder.writeFailure(run.outcome().failure().get());
    } else {
      folder.writeResults(run.toEdn());
    }
  }
}
