package glomers.workbench.cli;

import glomers.workbench.report.RunFolder;
import glomers.workbench.report.RunSummary;
import glomers.workbench.report.ShellWords;
import glomers.workbench.report.Store;
import glomers.workbench.report.StoreWriter;
import glomers.workbench.report.StoredRun;
import glomers.workbench.report.screen.Screen;
import glomers.workbench.simulation.RunFiles;
import glomers.workbench.simulation.SimulatedRun;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A simulated run in the store, where {@code check} and {@code serve} find it as they find runs of
 * processes.
 *
 * @param arguments of the workbench that lead to this run
 * @param replay the command that runs it again
 */
record SimulatedRunStore(
    Store store,
    RunFolder folder,
    RunSummary begun,
    SimulatedRun run,
    List<String> arguments,
    String replay,
    StoreWriter writer) {
  /**
   * A folder for a run.
   *
   * @throws IOException if it can't be made
   */
  static SimulatedRunStore begin(
      Store store, SimulatedRun run, List<String> arguments, String replay, StoreWriter writer)
      throws IOException {
    Instant now = Instant.now();
    RunSummary begun = RunSummary.begun(run.options().workload(), now, arguments);
    return new SimulatedRunStore(
        store, store.begin(begun, now), begun, run, arguments, replay, writer);
  }

  /** Writes all files; {@code writer} knows those that could not be written. */
  Screen write(boolean shrink, Consumer<String> progress) {
    Screen screen =
        new RunFiles(folder, writer, "workbench " + ShellWords.join(arguments), replay)
            .write(
                run,
                shrink,
                progress,
                recording ->
                    writer.write(
                        "messages",
                        () ->
                            folder.writeTest(
                                StoredRun.of(run.options(), run.outcome(), arguments), recording)));
    progress.accept("");
    writer.write(
        "run.json", () -> folder.writeSummary(begun.ended(screen.verdict(), run.outcome())));
    writer.write("the link latest", () -> store.finished(folder.path()));
    return screen;
  }
}
