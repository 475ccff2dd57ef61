package glomers.workbench.report;

import java.util.List;
import java.util.stream.Collectors;

/** A command as it can be typed into a shell. */
public final class ShellWords {
  private ShellWords() {}

  /** The words, quoted where a shell would read something else into them. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
