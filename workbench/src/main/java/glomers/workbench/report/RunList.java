package glomers.workbench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs in a store.
 *
 * @param store the store's root
 */
record RunList(Path store) {
  /**
   * One run.
   *
   * @param path its folder, from the store's root, with slashes
   * @param progress how far it is; empty if it has ended
   */
  record Entry(String path, RunSummary summary, String progress) {
    boolean isRunning() {
      return summary.verdict().equals(RunSummary.RUNNING);
    }
  }

  /** All runs, the newest first; none if there is no store. */
  List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    for (Path workload : folders(store)) {
      for (Path run : folders(workload)) {
        String path = workload.getFileName() + "/" + run.getFileName();
        entry(path, new RunFolder(run)).ifPresent(entries::add);
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.summary().started())
            .thenComparing(Entry::path)
            .reversed());
    return entries;
  }

  /** The run of this path; empty if there is none, or none that can be described. */
  Optional<Entry> find(String path) {
    return all().stream().filter(entry -> entry.path().equals(path)).findFirst();
  }

  /** The folder of a run. */
  RunFolder folder(Entry entry) {
    return new RunFolder(store.resolve(entry.path()));
  }

  private static Optional<Entry> entry(String path, RunFolder run) {
    return run.readSummary()
        .map(RunSummary::seenNow)
        .map(summary -> new Entry(path, summary, run.readProgress()));
  }

  /** The folders in a folder, but not those that are reached by a link. */
  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> Files.isDirectory(child, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
