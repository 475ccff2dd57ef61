package glomers.broadcast;

import java.time.Duration;
import java.util.Map;

/**
 * How long values may wait to be sent together.
 *
 * @param period how long a node waits after it has heard from the hub before it submits its values;
 *     0 to submit each at once
 * @param gap how long the hub waits at least from one message to all to the next
 */
record Settings(Duration period, Duration gap) {
  private static final String PERIOD = "BROADCAST_PERIOD_MS";
  private static final String GAP = "BROADCAST_GAP_MS";
  private static final long MILLIS_MAX = 60_000;

  /**
   * The settings that these environment variables ask for.
   *
   * @throws IllegalArgumentException if one of them is no number of milliseconds
   */
  static Settings of(Map<String, String> environment) {
    return new Settings(millis(environment, PERIOD, 800), millis(environment, GAP, 1_150));
  }

  private static Duration millis(Map<String, String> environment, String name, long otherwise) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return Duration.ofMillis(otherwise);
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
