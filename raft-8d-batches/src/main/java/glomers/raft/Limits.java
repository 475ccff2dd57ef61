package glomers.raft;

import java.time.Duration;

/**
 * How much a leader sends at once, and how long it is waited for. Tests lower it, so that short
 * runs get to what else needs thousands of entries, or many elections.
 *
 * @param entriesPerMessage the most entries that one message carries
 * @param linger a round follows the one before after this time, or sooner if so much waits for it:
 * @param batch this many entries
 * @param rounds what comes while so many rounds are under way goes together into the next
 * @param entries a snapshot is taken of so many entries or more, once records have outgrown it
 * @param electionTimeoutMillisMax the longest election timeout; the shorter, the more votes split
 * @param slowRounds a leader whose own disk is the last in so many rounds in a row hands over
 */
record Limits(
    int entriesPerMessage,
    Duration linger,
    int batch,
    int rounds,
    int entries,
    int electionTimeoutMillisMax,
    int slowRounds) {
  static final Limits DEFAULT = new Limits(1_000, Duration.ofMillis(35), 4, 2, 250, 500, 20);
}
