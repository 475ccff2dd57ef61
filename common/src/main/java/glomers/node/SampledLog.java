package glomers.node;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A log of events that input can cause without bound. Of each kind the first are logged, then one
 * each time their number has doubled: however many there are, the log stays short. Not safe for use
 * by many threads.
 */
final class SampledLog {
  /** This many of a kind are all logged. */
  static final int ALL_LOGGED_MAX = 20;

  /** Kinds beyond this many are counted as one. */
  static final int KINDS_MAX = 64;

  private static final String OTHER = "other";

  private final System.Logger log;
  private final Map<String, Count> counts = new HashMap<>();

  private static final class Count {
    private long seen;
    private long logged;
    private long next = ALL_LOGGED_MAX;
  }

  SampledLog(System.Logger log) {
    this.log = log;
  }

  /**
   * Logs an event, or only counts it.
   *
   * @param kind what events are counted together
   * @param text made only if it is logged
   * @param thrown the exception to show with it, or null
   */
  void log(String kind, System.Logger.Level level, Supplier<String> text, Throwable thrown) {
    if (!log.isLoggable(level)) {
      return;
    }
    Count count = counts.get(kind);
    if (count == null) {
      String counted = counts.size() < KINDS_MAX ? kind : OTHER;
      count = counts.computeIfAbsent(counted, none -> new Count());
    }
    count.seen++;
    if (count.seen > ALL_LOGGED_MAX && count.seen < count.next) {
      return;
    }
    long omitted = count.seen - count.logged - 1;
    count.logged = count.seen;
    if (count.seen >= count.next) {
      count.next = 2 * count.next;
    }
    log.log(level, () -> text.get() + more(omitted), thrown);
  }

  private static String more(long omitted) {
    return omitted == 0 ? "" : String.format(Locale.ROOT, " (… %,d more like this)", omitted);
  }
}
