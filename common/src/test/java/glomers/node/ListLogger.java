package glomers.node;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** A logger that keeps what it is given. Safe for use by many threads. */
final class ListLogger implements System.Logger {
  /** One line of the log. */
  record Entry(Level level, String message, Throwable thrown) {}

  private final Level threshold;
  private final List<Entry> entries = new ArrayList<>();

  /** Keeps what is of this level or above. */
  ListLogger(Level threshold) {
    this.threshold = threshold;
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The messages of one level. */
  List<String> messages(Level level) {
    return entries().stream().filter(entry -> entry.level() == level).map(Entry::message).toList();
  }

  synchronized void clear() {
    entries.clear();
  }

  @Override
  public String getName() {
    return "test";
  }

  @Override
  public boolean isLoggable(Level level) {
    return level.getSeverity() >= threshold.getSeverity();
  }

  @Override
  public synchronized void log(
      Level level, ResourceBundle bundle, String message, Throwable thrown) {
    if (isLoggable(level)) {
      entries.add(new Entry(level, message, thrown));
    }
  }

  @Override
  public void log(Level level, ResourceBundle bundle, String format, Object... params) {
    log(level, bundle, format, (Throwable) null);
  }
}
