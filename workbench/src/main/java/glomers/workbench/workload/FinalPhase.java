package glomers.workbench.workload;

import glomers.workbench.session.Invocation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The final phase: what each worker does when all faults have ended and the nodes have had time to
 * recover. The workers do not wait for each other.
 */
public interface FinalPhase {
  /** The next operation of this worker; empty if it has finished. */
  Optional<Invocation> next(Turn turn);

  /** The mean pause before each operation of one worker; pauses are drawn from 0 to twice that. */
  default Duration meanPause() {
    return Duration.ZERO;
  }

  /** After this time no more operations begin. */
  default Duration timeLimit() {
    return Duration.ofDays(1);
  }

  /**
   * Whether Maelstrom's test has no such phase: then its operations and messages are reported apart
   * from those before, whose figures stay comparable.
   */
  default boolean isExtra() {
    return false;
  }

  /** One operation for each worker. */
  static FinalPhase oncePerWorker(Invocation operation) {
    Set<Integer> asked = new HashSet<>();
    return turn -> asked.add(turn.worker()) ? Optional.of(operation) : Optional.empty();
  }
}
