package glomers.workbench.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the last lines of a stream. Safe for use by many threads. */
final class LastLines {
  private static final int LINES_MAX = 32;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    if (lines.size() == LINES_MAX) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
