package glomers.raft;

import glomers.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/** A log of entries at the indexes 1, 2, 3 … Index 0 stands for its beginning, of term 0. */
final class Log {
  /** The most entries that one message carries. */
  private static final int ENTRIES_PER_MESSAGE_MAX = 1_000;

  private final List<Entry> entries = new ArrayList<>();
  private final Storage storage;

  /** The log that is in this storage, once that is replayed. */
  Log(Storage storage) {
    this.storage = storage;
    storage.on(Entries.class, kept -> replace(kept.index(), kept.entries()));
  }

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
    store(lastIndex(), List.of(entry));
  }

  /**
   * Adds a leader's entries after this index. Those that are here stay; from the first that differs
   * on, the leader's replace them.
   */
  void append(int index, List<Entry> newer) {
    int same = 0;
    while (same < newer.size() && has(index + same + 1, newer.get(same).term())) {
      same++;
    }
    if (same < newer.size()) {
      store(index + same, newer.subList(same, newer.size()));
    }
  }

  private void store(int index, List<Entry> newer) {
    storage.append(new Entries(index, newer));
    replace(index, newer);
  }

  private void replace(int index, List<Entry> newer) {
    entries.subList(index, entries.size()).clear();
    entries.addAll(newer);
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
