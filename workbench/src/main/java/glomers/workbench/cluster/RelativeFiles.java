package glomers.workbench.cluster;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether a program has looked for a file in the folder in which it is started, the
 * temporary one, while it lies beside the program or where the test was started.
 */
final class RelativeFiles {
  private static final int WORD_CHARS_MAX = 200;

  private RelativeFiles() {}

  /**
   * A sentence about the file; empty if there is none.
   *
   * @param temporary the folder in which it was started
   * @param errors what the program printed last on standard error
   */
  static Optional<String> hint(Path program, Path temporary, List<String> errors) {
    return errors.stream()
        .flatMap(line -> Stream.of(line.split("[\\s'\"`:,;()<>\\[\\]]+")))
        .filter(word -> word.length() <= WORD_CHARS_MAX && word.matches("[^/-].*[./].*"))
        .flatMap(word -> hint(word, program.getParent(), temporary).stream())
        .findFirst();
  }

  private static Optional<String> hint(String word, Path beside, Path temporary) {
    try {
      if (Files.exists(temporary.resolve(word))) {
        return Optional.empty();
      }
      return Stream.of(beside, Path.of("").toAbsolutePath())
          .map(folder -> folder.resolve(word))
          .filter(Files::exists)
          .findFirst()
          .map(
              file ->
                  ("The program is started in %s, as Maelstrom starts it, and there is no %s there:"
                          + " give the file by its full path, %s, or find it from the place of the"
                          + " program.")
                      .formatted(temporary, word, file.normalize()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
