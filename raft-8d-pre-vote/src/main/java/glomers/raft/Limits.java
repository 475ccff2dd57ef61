package glomers.raft;

/**
 * How much a log may hold, and how long a leader is waited for. Tests lower it, so that short runs
 * get to a snapshot, or to many elections.
 *
 * @param entries a snapshot is taken of so many entries or more, once records have outgrown it
 * @param electionTimeoutMillisMax the longest election timeout; the shorter, the more votes split
 * @param slowRounds a leader whose own disk is the last so many times in a row hands over
 */
record Limits(int entries, int electionTimeoutMillisMax, int slowRounds) {
  static final Limits DEFAULT = new Limits(250, 500, 20);
}
