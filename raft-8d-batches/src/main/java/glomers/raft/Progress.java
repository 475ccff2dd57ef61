package glomers.raft;

import java.time.Duration;

/** How far a node is, as its leader knows. */
final class Progress {
  /** The index after the last entry that was sent. */
  int nextIndex;

  /** The index up to which the node is known to have the leader's log on its disk. */
  int matchIndex;

  /** The last round of messages that it has answered, and when the leader sent what it answered. */
  long ackedRound;

  Duration ackedAt;

  /** Refusals of messages up to this number have been seen to. */
  long retriedMessage;

  Progress(int nextIndex, Duration now) {
    this.nextIndex = nextIndex;
    this.ackedAt = now;
  }
}
