package glomers.workbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workbench's own command, so that it can be given from any working directory. */
final class ShellCommand {
  private ShellCommand() {}

  /** The same arguments with the files that options name by their full paths. */
  static List<String> withFullPaths(List<String> arguments) {
    List<String> words = new ArrayList<>();
    boolean isFile = false;
    for (String word : arguments.subList(0, end(arguments))) {
      int value = isFile ? 0 : word.indexOf('=') + 1;
      boolean holdsFile = isFile || value > 0 && isFileOption(word.substring(0, value - 1));
      words.add(
          holdsFile
              ? word.substring(0, value) + Path.of(word.substring(value)).toAbsolutePath()
              : word);
      isFile = !holdsFile && isFileOption(word);
    }
    words.addAll(arguments.subList(end(arguments), arguments.size()));
    return words;
  }

  private static boolean isFileOption(String option) {
    return option.matches("--(bin|nodes-file|report|trace|journal|store)");
  }

  /** Where the arguments of the program begin, with their two hyphens. */
  static int end(List<String> arguments) {
    int hyphens = arguments.indexOf("--");
    return hyphens < 0 ? arguments.size() : hyphens;
  }

  /** The words that run a test again, with the seed that it took. */
  static List<String> again(List<String> arguments, long seed) {
    List<String> words = new ArrayList<>(self());
    words.addAll(withFullPaths(arguments));
    boolean hasSeed = arguments.stream().anyMatch(word -> word.matches("--seed(=.*)?"));
    if (!hasSeed) {
      words.addAll(end(words), List.of("--seed", Long.toString(seed)));
    }
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
