package glomers.workbench.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a server promises beyond its workload's rules, to be judged.
 *
 * @param quiescence how many messages per second a node sends at most when nothing has been new for
 *     a while; empty if that is not judged
 * @param lossWindow how long before a node is killed the operations were answered that it may lose;
 *     empty if it may lose none
 */
public record Promises(OptionalDouble quiescence, Optional<Duration> lossWindow) {
  /** None. */
  public static final Promises NONE = new Promises(OptionalDouble.empty(), Optional.empty());
}
