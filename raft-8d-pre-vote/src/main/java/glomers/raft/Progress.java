package glomers.raft;

import java.time.Duration;

/** How far a node is, as its leader knows. */
final class Progress {
  /** The index of the next entry to send. */
  int nextIndex;

  /** The index up to which the node is known to have the leader's log on its disk. */
  int matchIndex;

  /** When the leader sent the last of what it has answered. */
  Duration ackedAt;

  Progress(int nextIndex, Duration now) {
    this.nextIndex = nextIndex;
    this.ackedAt = now;
  }
}
