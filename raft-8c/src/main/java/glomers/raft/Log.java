package glomers.raft;

import java.util.ArrayList;
import java.util.List;

/** A log of entries at the indexes 1, 2, 3 … Index 0 stands for its beginning, of term 0. */
final class Log {
  /** The most entries that one message carries. */
  private static final int ENTRIES_PER_MESSAGE_MAX = 1_000;

  private final List<Entry> entries = new ArrayList<>();

  int lastIndex() {
    return entries.size();
  }

  long term(int index) {
    return index == 0 ? 0 : get(index).term();
  }

  Entry get(int index) {
    return entries.get(index - 1);
  }

  boolean has(int index, long term) {
    return index <= lastIndex() && term(index) == term;
  }

  /** The entries after this index; the first of them, if there are many. */
  List<Entry> after(int index) {
    int end = Math.min(lastIndex(), index + ENTRIES_PER_MESSAGE_MAX);
    return List.copyOf(entries.subList(index, end));
  }

  /** Adds an entry of a leader's own. */
  void append(Entry entry) {
    entries.add(entry);
  }

  /**
   * Adds a leader's entries after this index. Those that are here stay; from the first that differs
   * on, the leader's replace them.
   */
  void append(int index, List<Entry> newer) {
    int at = index;
    for (Entry entry : newer) {
      at++;
      if (!has(at, entry.term())) {
        truncate(at);
        append(entry);
      }
    }
  }

  private void truncate(int index) {
    if (index <= lastIndex()) {
      entries.subList(index - 1, entries.size()).clear();
    }
  }

  /**
   * Where a leader should go on that has another entry at this index: behind the end of this log,
   * or at the first entry of the term that is wrong there.
   */
  int firstConflict(int index) {
    if (index > lastIndex()) {
      return lastIndex() + 1;
    }
    int first = index;
    while (first > 1 && term(first - 1) == term(index)) {
      first--;
    }
    return first;
  }

  /** Whether a log that ends like this has all that this one has committed, as voters ask. */
  boolean isUpToDate(int lastLogIndex, long lastLogTerm) {
    long lastTerm = term(lastIndex());
    return lastLogTerm > lastTerm || lastLogTerm == lastTerm && lastLogIndex >= lastIndex();
  }
}
