package glomers.workbench.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The folder that keeps all runs: {@code <root>/<workload>/<time>/} for each, and the links {@code
 * latest}, to the last one that has ended, and {@code current}, to the last one that was begun.
 *
 * @param root usually {@code store}, in the working directory
 */
public record Store(Path root) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSZ").withZone(ZoneId.systemDefault());

  /**
   * A new folder for a run.
   *
   * @throws IOException if it can't be made
   */
  public Path newRun(String workload, Instant start) throws IOException {
    Path parent = root.resolve(workload);
    Files.createDirectories(parent);
    Instant time = start;
    while (true) {
      try {
        Path run = Files.createDirectory(parent.resolve(TIME.format(time)));
        link("current", run);
        return run;
      } catch (FileAlreadyExistsException e) {
        time = time.plusMillis(1); // two runs that were begun in the same millisecond
      }
    }
  }

  /**
   * A new folder for a run that begins, with its summary.
   *
   * @throws IOException if it can't be made
   */
  public RunFolder begin(RunSummary begun, Instant start) throws IOException {
    RunFolder folder = new RunFolder(newRun(begun.workload(), start));
    folder.writeSummary(begun);
    return folder;
  }

  /**
   * Points {@code latest} at a run that has ended.
   *
   * @throws IOException if the link can't be made
   */
  public void finished(Path run) throws IOException {
    link("latest", run);
  }

  private void link(String name, Path run) throws IOException {
    Path link = root.resolve(name);
    Path temporary = root.resolve(name + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(temporary);
    Files.createSymbolicLink(temporary, root.relativize(run));
    // In one step, so that the link always leads to a run.
    Files.move(
        temporary,
        link,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
