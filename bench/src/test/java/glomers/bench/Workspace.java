package glomers.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The workspace that these tests look at: its modules, and what the build has made of them. */
public final class Workspace {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> NO_PARTS = List.of("common", "workbench", "bench");

  private Workspace() {}

  /** All modules but the library, the test bench and this one, in the order of the build. */
  public static List<String> parts() {
    return matches("pom.xml", "<module>(.+)</module>").stream()
        .filter(module -> !NO_PARTS.contains(module))
        .toList();
  }

  /** What the groups of this pattern match in a file of the workspace. */
  public static List<String> matches(String file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(read(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The settings of a part's {@code part.mk}, by their names. */
  public static Map<String, String> settings(String part) {
    return read(part + "/part.mk")
        .lines()
        .filter(line -> line.contains(":="))
        .map(line -> line.split(":=", 2))
        .collect(Collectors.toMap(words -> words[0].strip(), words -> words[1].strip()));
  }

  /** A file or folder, by its path from the root. */
  public static Path path(String path) {
    return ROOT.resolve(path);
  }

  /** A module's packaged executable. */
  public static Path executable(String module) {
    return path(module + "/target/" + module);
  }

  private static String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
