package glomers.workbench.workload.set;

import glomers.workbench.edn.Keyword;
import glomers.workbench.history.HistoryWriter;
import glomers.workbench.history.Op;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One element of a set, as a history shows it. {@link SetTimeline} fills it in. */
final class SetElement {
  private static final long NANOS_PER_MS = 1_000_000;

  /** The fate of an element. */
  enum Outcome {
    STABLE,
    LOST,
    NEVER_READ
  }

  final Object value;

  /** The index of the last attempt to add it; -1 if there was none. */
  long added = -1;

  /** Whether an add of it was ever acknowledged, or a read that saw it. */
  boolean confirmed;

  /** Whether a read saw it before the first attempt to add it. */
  boolean unexpected;

  /** The last end of its adds if a definite error ended each of them; else null. */
  Op refused;

  /** The first to end of its add and of the reads that saw it. */
  Op known;

  /** The invocation of the newest read, by when it began, that saw it. */
  Op lastPresent;

  /** The invocation of the newest read that ended after {@link #added} and did not see it. */
  Op lastAbsent;

  /** How often, at most, a single read returned it. */
  int timesInOneRead;

  /** The end of the newest read that returned it so often; null if none returned it. */
  Op readMostOften;

  private int adds;
  private int refusals;
  private long firstAdded = -1;
  private SetRead lastSeenIn;
  private int timesThere;

  SetElement(Object value) {
    this.value = value;
  }

  /** Entries must be told in the order of the history, all before the reads. */
  void tryToAdd(Op invocation) {
    firstAdded = wasTried() ? firstAdded : invocation.index();
    added = invocation.index();
    adds++;
    refused = null;
    known = null;
  }

  /** An add ended in a definite error: it did not and will not happen. */
  void refuse(Op add) {
    refusals++;
    refused = refusals == adds ? add : null;
  }

  void acknowledge(Op add) {
    confirmed = true;
    known(add);
  }

  /** Reads must be told newest first, and the same one as often as it has this element. */
  void see(SetRead read) {
    timesThere = isIn(read) ? timesThere + 1 : 1;
    if (timesThere > timesInOneRead) {
      timesInOneRead = timesThere;
      readMostOften = read.completion();
    }
    lastSeenIn = read;
    confirmed = true;
    unexpected |= !wasTried() || read.end() < firstAdded;
    if (wasTried() && read.end() > added) {
      known(read.completion());
      lastPresent = lastPresent == null ? read.invocation() : lastPresent;
    }
  }

  boolean wasReadAlthoughRefused() {
    return refused != null && lastPresent != null;
  }

  boolean wasTried() {
    return added >= 0;
  }

  boolean isIn(SetRead read) {
    return lastSeenIn == read;
  }

  private void known(Op op) {
    if (known == null || op.index() < known.index()) {
      known = op;
    }
  }

  Outcome outcome() {
    long present = index(lastPresent);
    long absent = index(lastAbsent);
    if (present > absent) {
      return Outcome.STABLE;
    }
    // A read that began before the element was known may rightly have missed it.
    return known != null && absent > present && absent > known.index()
        ? Outcome.LOST
        : Outcome.NEVER_READ;
  }

  /**
   * Milliseconds, rounded down, from when the element was known until after the last read that
   * missed it if it is stable, or that saw it if it is lost; 0 if there was none.
   */
  long latencyMillis() {
    Op last = outcome() == Outcome.STABLE ? lastAbsent : lastPresent;
    return last == null ? 0 : Math.max(0, last.timeNanos() + 1 - known.timeNanos()) / NANOS_PER_MS;
  }

  Map<Keyword, Object> toEdn() {
    Outcome outcome = outcome();
    Map<Keyword, Object> edn = new LinkedHashMap<>();
    edn.put(Keyword.of("element"), value);
    edn.put(
        Keyword.of("outcome"),
        Keyword.of(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    edn.put(Keyword.of("stable-latency"), outcome == Outcome.STABLE ? latencyMillis() : null);
    edn.put(Keyword.of("lost-latency"), outcome == Outcome.LOST ? latencyMillis() : null);
    edn.put(Keyword.of("known"), edn(known));
    edn.put(Keyword.of("last-absent"), edn(lastAbsent));
    return edn;
  }

  private static long index(Op op) {
    return op == null ? -1 : op.index();
  }

  private static Object edn(Op op) {
    return op == null ? null : HistoryWriter.toEdn(op);
  }
}
