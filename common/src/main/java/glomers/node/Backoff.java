package glomers.node;

import java.time.Duration;

/**
 * The delays between the attempts of something that fails: exponential backoff with jitter. Each is
 * twice as long as the one before, up to a limit, and then cut by a random share of up to a half,
 * so that callers that failed together do not retry together. Must be used where the node's methods
 * may be called.
 */
public final class Backoff {
  private final Node node;
  private final Duration delayMax;
  private Duration delay;

  /**
   * Delays that begin at the shortest.
   *
   * @param delayMin the first delay, before its jitter
   * @param delayMax the longest delay
   */
  public Backoff(Node node, Duration delayMin, Duration delayMax) {
    this.node = node;
    this.delay = delayMin;
    this.delayMax = delayMax;
  }

  /** The next delay. */
  public Duration next() {
    double share = 0.5 + node.random().nextDouble() / 2;
    Duration jittered = Duration.ofNanos((long) (delay.toNanos() * share));
    Duration longer = delay.multipliedBy(2);
    delay = longer.compareTo(delayMax) < 0 ? longer : delayMax;
    return jittered;
  }
}
