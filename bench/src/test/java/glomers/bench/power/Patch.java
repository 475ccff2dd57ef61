package glomers.bench.power;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of one file: what each replaces, and by what. Line numbers do not count, so that a
 * patch fits as long as the lines that it changes, and those around them, are there once.
 *
 * @param file the path of the file in the workspace
 */
record Patch(String file, List<Hunk> hunks) {
  private record Hunk(String before, String after) {}

  /** Reads a patch in the unified format. */
  static Patch read(List<String> lines) {
    String file = "";
    List<Hunk> hunks = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("@@") || line.startsWith("--- ")) {
        add(hunks, before, after);
      } else if (line.startsWith("+++ ")) {
        file = line.substring("+++ b/".length());
      } else if (!file.isEmpty()) {
        String text = line.isEmpty() ? "" : line.substring(1);
        if (!line.startsWith("+")) {
          before.append(text).append('\n');
        }
        if (!line.startsWith("-")) {
          after.append(text).append('\n');
        }
      }
    }
    add(hunks, before, after);
    return new Patch(file, hunks);
  }

  private static void add(List<Hunk> hunks, StringBuilder before, StringBuilder after) {
    if (!before.isEmpty()) {
      hunks.add(new Hunk(before.toString(), after.toString()));
    }
    before.setLength(0);
    after.setLength(0);
  }

  /**
   * The changed text of the file.
   *
   * @throws IllegalArgumentException if it does not hold exactly once what the patch replaces
   */
  String applyTo(String text) {
    String changed = text;
    for (Hunk hunk : hunks) {
      int at = changed.indexOf(hunk.before);
      if (at < 0 || changed.indexOf(hunk.before, at + 1) >= 0) {
        throw new IllegalArgumentException(
            file + " must hold this once, for a patch changes it:\n" + hunk.before);
      }
      changed =
          changed.substring(0, at) + hunk.after + changed.substring(at + hunk.before.length());
    }
    return changed;
  }
}
