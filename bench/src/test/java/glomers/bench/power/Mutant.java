package glomers.bench.power;

import glomers.bench.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part, or the node library under it, with one realistic bug. A file of {@code
 * src/test/resources/mutants} has some lines before its patch: the part that is tested, the promise
 * that the bug breaks, the limit that the part's server is given ({@code -} for its own), and for
 * one that no seed finds what would show it.
 *
 * @param name of the file
 * @param limit the bound that the server is given; 0 for its own
 */
record Mutant(String name, String part, String promise, int limit, String shownBy, Patch patch) {
  private static final String SHOWN_BY = "Shown by: ";
  private static final Path FOLDER = Workspace.path("bench/src/test/resources/mutants");

  /** All mutants, sorted by their names. */
  static List<Mutant> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Mutant::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutant read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      String limit = value(lines, 2, "Limit: ");
      return new Mutant(
          file.getFileName().toString().replace(".patch", ""),
          value(lines, 0, "Part: "),
          value(lines, 1, "Promise: "),
          limit.equals("-") ? 0 : Integer.parseInt(limit),
          lines.get(3).startsWith(SHOWN_BY) ? lines.get(3).substring(SHOWN_BY.length()) : "",
          Patch.read(lines.subList(3, lines.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String value(List<String> lines, int index, String name) {
    if (!lines.get(index).startsWith(name)) {
      throw new IllegalArgumentException("line " + (index + 1) + " must begin with " + name);
    }
    return lines.get(index).substring(name.length());
  }

  /** The part as it is, with the same limit. */
  Mutant correct() {
    return new Mutant(part + "-" + limit, part, promise, limit, "", new Patch("", List.of()));
  }

  /** Whether the bug is in the node library. */
  boolean isInLibrary() {
    return patch.file().startsWith("common/");
  }
}
