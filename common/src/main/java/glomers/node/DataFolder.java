package glomers.node;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the folder of this test's files, in which each node has a folder of its own: a process that
 * is restarted within a test finds it again, and that of another test does not.
 *
 * <p>The workbench names the folder in the environment. Maelstrom tells its nodes nothing of the
 * test, but holds a log open for each node, {@code store/<test>/<time>/node-logs/<node>.log}, which
 * Linux shows among the open files of the process that has started this one: the folder is {@code
 * node-data}, beside {@code node-logs}. Where neither helps, a folder of temporary files is named
 * after the parent process and its start.
 *
 * @param named the folder that the environment names; null if it names none
 * @param proc where the system shows the open files of processes
 */
record DataFolder(String named, Path proc) {
  /** Names the folder. */
  private static final String VARIABLE = "GLOMERS_DATA";

  /** The folder of this process's test. */
  static DataFolder ofThisProcess() {
    return new DataFolder(System.getenv(VARIABLE), Path.of("/proc"));
  }

  /** The folder of a node that runs in this process; need not be there yet. */
  Path of(String node, ProcessHandle process) {
    if (named != null && !named.isBlank()) {
      return Path.of(named, node);
    }
    Path log = Path.of("node-logs", node + ".log");
    Optional<ProcessHandle> parent = process.parent();
    for (Optional<ProcessHandle> each = parent; each.isPresent(); each = each.get().parent()) {
      Optional<Path> found = openFile(each.get().pid(), log);
      if (found.isPresent()) {
        return found.get().getParent().resolveSibling("node-data").resolve(node);
      }
    }
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "glomers-data-"
            + parent.map(ProcessHandle::pid).orElse(0L)
            + "-"
            + parent.flatMap(it -> it.info().startInstant()).map(t -> t.toEpochMilli()).orElse(0L),
        node);
  }

  private Optional<Path> openFile(long pid, Path end) {
    Path files = proc.resolve(Long.toString(pid)).resolve("fd");
    try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
      for (Path link : all) {
        Path file = target(link);
        if (file.endsWith(end)) {
          return Optional.of(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The system shows none, or not those of others; or the process has ended meanwhile.
    }
    return Optional.empty();
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link; // closed meanwhile
    }
  }
}
