package glomers.raft;

import glomers.storage.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * A log of entries at the indexes 1, 2, 3 … Index 0 stands for its beginning, of term 0. A snapshot
 * takes the place of the first entries, which all have been applied.
 */
final class Log {
  private final List<Entry> entries = new ArrayList<>();
  private final Storage storage;
  private int snapshotIndex;
  private long snapshotTerm;

  /** The log that is in this storage, once that is replayed. */
  Log(Storage storage) {
    this.storage = storage;
    storage.on(Entries.class, kept -> replace(kept.index(), kept.entries()));
  }

  int lastIndex() {
    return snapshotIndex + entries.size();
  }

  /** The index of the last entry that is in the snapshot only. */
  int snapshotIndex() {
    return snapshotIndex;
  }

  /** The term at an index from that of the snapshot on. */
  long term(int index) {
    return index == snapshotIndex ? snapshotTerm : get(index).term();
  }

  Entry get(int index) {
    return entries.get(index - snapshotIndex - 1);
  }

  /** Whether this log has this entry; all of a snapshot are as in each leader's log. */
  boolean has(int index, long term) {
    return index < snapshotIndex || index <= lastIndex() && term(index) == term;
  }

  /** The entries after this index, and of them so many at most. */
  List<Entry> after(int index, int max) {
    int end = Math.min(lastIndex(), index + max);
    return List.copyOf(entries.subList(index - snapshotIndex, end - snapshotIndex));
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
    entries.subList(index - snapshotIndex, entries.size()).clear();
    entries.addAll(newer);
  }

  /** Forgets the entries up to this one, and all others if it is not here. */
  void compact(int index, long term) {
    boolean isHere = index >= snapshotIndex && has(index, term);
    entries.subList(0, isHere ? index - snapshotIndex : entries.size()).clear();
    snapshotIndex = index;
    snapshotTerm = term;
  }

  /** Writes all of it behind a snapshot. */
  void storeAgain() {
    storage.append(new Entries(snapshotIndex, List.copyOf(entries)));
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
    while (first > snapshotIndex + 1 && term(first - 1) == term(index)) {
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
