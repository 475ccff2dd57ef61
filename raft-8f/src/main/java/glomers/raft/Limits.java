package glomers.raft;

import java.time.Duration;

/**
 * How much goes together: into a message, into a round of messages, into a snapshot. Tests lower
 * it, so that short runs get to what else needs thousands of entries.
 *
 * @param entriesPerMessage the most entries that one message carries
 * @param linger a round follows the one before after this time, or sooner if so much waits for it:
 * @param batch this many entries and reads
 * @param rounds what comes while so many rounds are under way goes together into the next
 * @param entries a snapshot is taken when the log has so many more than the state
 */
record Limits(int entriesPerMessage, Duration linger, int batch, int rounds, int entries) {
  static final Limits DEFAULT = new Limits(1_000, Duration.ofMillis(35), 4, 2, 250);
}
