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
  /** Few messages, within a second or so. */
  static final Settings DEFAULT = of(Map.of());

  /**
   * The settings that these environment variables ask for; the default for those that are not set.
   *
   * @throws IllegalArgumentException if one of them is no number of milliseconds
   */
  static Settings of(Map<String, String> environment) {
    return new Settings(
        millis(environment, "BROADCAST_FORWARD_DELAY_MS", "800"),
        millis(environment, "BROADCAST_FLUSH_INTERVAL_MS", "1150"));
  }

  private static Duration millis(Map<String, String> environment, String name, String otherwise) {
    String text = environment.getOrDefault(name, otherwise);
    if (!text.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(
          name + "=" + text + ": must be a number of milliseconds from 0 to 99999");
    }
    return Duration.ofMillis(Long.parseLong(text));
  }
}
