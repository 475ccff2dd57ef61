package glomers.workbench.workload.register;

import glomers.workbench.checker.Sentences;
import glomers.workbench.time.Deadline;
import java.util.Optional;

/**
 * How long a search may take, and how much memory.
 *
 * @param bytesMax about how many bytes it may hold
 */
record Budget(Deadline deadline, long bytesMax) {
  /** Time until the deadline, and half of the memory that this JVM may use. */
  static Budget until(Deadline deadline) {
    return new Budget(deadline, Runtime.getRuntime().maxMemory() / 2);
  }

  /**
   * Why the budget is used up, as a sentence that says what to do; empty if it is not.
   *
   * @param bytes about how many bytes the search holds
   */
  Optional<String> exceeded(long bytes) {
    if (deadline.hasPassed()) {
      return Optional.of(
          Sentences.format(
              "The analysis took more than %s s. Raise --analysis-limit, or test for a shorter time"
                  + " or at a lower rate.",
              deadline.limit().toMillis() / 1e3));
    }
    if (bytes > bytesMax) {
      return Optional.of(
          Sentences.format(
              "The analysis took more than %,d MB, half of what the workbench may use. Test for a"
                  + " shorter time or at a lower rate.",
              bytesMax >> 20));
    }
    return Optional.empty();
  }
}
