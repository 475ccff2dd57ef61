package glomers.workbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workbench's own command, so that it can be given from any working directory. */
final class ShellCommand {
  private ShellCommand() {}

  /** The words that run a test again, with the seed that it took. */
  static List<String> again(List<String> arguments, long seed) {
    CommandWords given = CommandWords.of(arguments);
    List<String> words = new ArrayList<>(self());
    words.addAll((given.has("--seed") ? given : given.with("--seed", Long.toString(seed))).all());
    return words;
  }

  /** How this workbench is started: the words that stand before its arguments. */
  static List<String> self() {
    return self(System.getProperty("java.class.path"));
  }

  /** As {@link #self()}, of a process with this class path. */
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
