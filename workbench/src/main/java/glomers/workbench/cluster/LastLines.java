package glomers.workbench.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remembers the last lines of a stream, of long ones the beginning. Safe for use by many threads.
 */
final class LastLines {
  private static final int LINES_MAX = 32;
  private static final int LINE_CHARS_MAX = 2_000;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String whole) {
    String line =
        whole.length() <= LINE_CHARS_MAX
            ? whole
            : whole.substring(0, LINE_CHARS_MAX) + "… (" + whole.length() + " characters)";
    if (lines.size() == LINES_MAX) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
