package glomers.workbench.report.screen;

import glomers.workbench.report.ShellWords;
import java.util.ArrayList;
import java.util.List;

/** Text laid out for the columns of a screen. */
final class Columns {
  private Columns() {}

  /**
   * The lines of a text, broken between words.
   *
   * @param indent of all lines but the first
   */
  static List<String> wrapped(String text, int indent) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.stripTrailing().split("\n")) {
      wrap(paragraph, lines.isEmpty() ? 0 : indent, indent, lines);
    }
    return lines;
  }

  private static void wrap(String paragraph, int first, int rest, List<String> lines) {
    StringBuilder line = new StringBuilder(" ".repeat(first));
    boolean isEmpty = true;
    for (String word : paragraph.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > Screen.COLUMNS_MAX) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(rest));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
  }

  /** No more than so many lines; the last of them shows that there were more. */
  static List<String> cut(List<String> lines, int linesMax) {
    if (lines.size() <= linesMax) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, linesMax));
    String last = kept.get(linesMax - 1);
    kept.set(linesMax - 1, clipped(last + " …", last.length() + 2));
    return kept;
  }

  /** A command that can be pasted into a shell: lines but the last end in a backslash. */
  static List<String> command(List<String> words, int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    boolean isEmpty = true;
    for (String part : parts(words)) {
      if (!isEmpty && line.length() + 1 + part.length() + 2 > Screen.COLUMNS_MAX) {
        lines.add(line + " \\");
        line = new StringBuilder(" ".repeat(indent + 2));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(part);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Options with their values, and other words. */
  private static List<String> parts(List<String> words) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean isValue = i > 0 && isOption(words.get(i - 1)) && !isOption(words.get(i));
      String word = ShellWords.join(List.of(words.get(i)));
      if (isValue) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " " + word);
      } else {
        parts.add(word);
      }
    }
    return parts;
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && !word.contains("=");
  }

  /** A line of no more than so many columns, nor than the screen has. */
  static String clipped(String line, int columnsMax) {
    int max = Math.min(columnsMax, Screen.COLUMNS_MAX);
    return line.length() <= max ? line : line.substring(0, max - 1) + "…";
  }
}
