package glomers.workbench.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Processes that still run although their cluster has been ended: they have left the group of the
 * node that started them, as daemons do. They are known by a variable of their environment, which
 * processes inherit. Only systems with {@code /proc} tell.
 */
final class Escaped {
  private static final Path PROC = Path.of("/proc");
  private static final long PATIENCE_NANOS = 500_000_000L;
  private static final long PAUSE_MILLIS = 10;

  private Escaped() {}

  /** A variable in the environment of all processes of one cluster, by which they are found. */
  record Mark(String value) {
    static final String NAME = "GLOMERS_CLUSTER";

    /** A mark that no other cluster has. */
    static Mark unique() {
      return new Mark(UUID.randomUUID().toString());
    }

    /** The mark as it stands in an environment: the variable, an equals sign, and the value. */
    String environmentEntry() {
      return NAME + "=" + value;
    }

    private boolean isIn(Path process) {
      try {
        String environment =
            Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        return environment.contains(environmentEntry());
      } catch (IOException e) {
        return false; // it belongs to somebody else, or has ended
      }
    }
  }

  /** Whether this system tells the environments of processes. */
  static boolean canBeFound() {
    return Files.isDirectory(PROC);
  }

  /** Those with this mark, each as {@code 1234 (sleep)}; waits a moment for such as are ending. */
  static List<String> of(Mark mark) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    List<String> found = find(mark);
    try {
      while (!found.isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(PAUSE_MILLIS);
        found = find(mark);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private static List<String> find(Mark mark) {
    if (!canBeFound()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
          .filter(mark::isIn)
          .map(entry -> entry.getFileName() + " (" + name(entry) + ")")
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "?";
    }
  }
}
