package glomers.workbench.simulation;

import glomers.workbench.shrink.ShortestRun;
import glomers.workbench.shrink.ShrinkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A report of a failing run: the finding, the shortest run that fails in the same way, and the
 * reports of both.
 *
 * @param run a run that is not valid
 * @param folder where the reports go; made if it is not there
 * @param name what was run, for the reports' titles
 * @param command the command that runs it again
 */
public record FailureReport(SimulatedRun run, Path folder, String name, String command) {
  private static final int TRACE_LINES_MAX = 80;

  /**
   * Writes the reports.
   *
   * @param shortest whether to look for the shortest failing run
   * @param progress receives now and then how far that is
   * @return what to tell of them; begins with an empty line
   * @throws IOException if a file can't be written
   * @throws IllegalStateException if the run can't be replayed
   */
  public String write(boolean shortest, Consumer<String> progress) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("seed-" + run.options().seed() + ".html");
    run.writeReport(file, name, command);
    StringBuilder text = new StringBuilder("\n\n");
    run.firstFinding().ifPresent(sentence -> text.append(sentence).append('\n'));
    Optional<ShrinkResult> search = shortest ? Optional.of(run.shrink(progress)) : Optional.empty();
    search.ifPresent(result -> text.append('\n').append(result.summary()).append('\n'));
    Optional<ShortestRun> found = search.flatMap(ShrinkResult::run);
    if (found.isPresent()) {
      Path shortFile = folder.resolve("seed-" + run.options().seed() + "-shortest.html");
      found.get().writeReport(shortFile, name);
      text.append(head(found.get().play().trace()));
      text.append("\nAs a test:\n\n").append(found.get().source()).append('\n');
      text.append("See the shortest run at ").append(shortFile.toUri()).append("#finding=1\n");
    }
    text.append("See the full run at ").append(file.toUri()).append("#finding=1");
    return text.toString();
  }

  private static String head(String trace) {
    String[] lines = trace.split("\n");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(lines.length, TRACE_LINES_MAX); i++) {
      text.append(lines[i]).append('\n');
    }
    int more = lines.length - TRACE_LINES_MAX;
    return more > 0
        ? text.append("… and ").append(more).append(" more lines\n").toString()
        : text.toString();
  }
}
