package glomers.workbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The workbench's own command, so that it can be given from any working directory. */
final class ShellCommand {
  private ShellCommand() {}

  /** The words that run a test again, with the seed that it took. */
  static List<String> again(List<String> arguments, long seed) {
    CommandWords given = CommandWords.of(arguments);
    return of((given.has("--seed") ? given : given.with("--seed", Long.toString(seed))).all());
  }

  /** The words that start this workbench with these arguments. */
  static List<String> of(List<String> arguments) {
    return Stream.concat(self(System.getProperty("java.class.path")).stream(), arguments.stream())
        .toList();
  }

  /** How a workbench with this class path is started: the words that stand before its arguments. */
  static List<String> self(String classPath) {
    Path file = Path.of(classPath).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      return List.of("workbench"); // started from classes, by a developer
    }
    return Files.isExecutable(file)
        ? List.of(file.toString())
        : List.of("java", "-jar", file.toString());
  }
}
