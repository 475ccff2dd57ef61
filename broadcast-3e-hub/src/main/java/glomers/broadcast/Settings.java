package glomers.broadcast;

import java.time.Duration;
import java.util.Map;

/**
 * How long values may wait for others, to be sent together.
 *
 * @param forwardDelay how long a node waits after a flush of the hub before it forwards its values;
 *     0 to forward each at once
 * @param flushInterval the shortest time between two flushes of the hub
 */
record Settings(Duration forwardDelay, Duration flushInterval) {
  private static final String FORWARD_DELAY = "BROADCAST_FORWARD_DELAY_MS";
  private static final String FLUSH_INTERVAL = "BROADCAST_FLUSH_INTERVAL_MS";
  private static final long MILLIS_MAX = 60_000;

  /** Few messages, within a second or so. */
  static final Settings DEFAULT = new Settings(Duration.ofMillis(800), Duration.ofMillis(1_150));

  /**
   * The settings that these environment variables ask for; the default for those that are not set.
   *
   * @throws IllegalArgumentException if one of them is no number of milliseconds
   */
  static Settings of(Map<String, String> environment) {
    return new Settings(
        millis(environment, FORWARD_DELAY, DEFAULT.forwardDelay()),
        millis(environment, FLUSH_INTERVAL, DEFAULT.flushInterval()));
  }

  private static Duration millis(Map<String, String> environment, String name, Duration otherwise) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      long millis = Long.parseLong(text.strip());
      if (millis >= 0 && millis <= MILLIS_MAX) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    throw new IllegalArgumentException(
        name + "=" + text + ": must be a number of milliseconds from 0 to " + MILLIS_MAX);
  }
}
