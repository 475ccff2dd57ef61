package glomers.node;

/** A task that is to run later. */
@FunctionalInterface
public interface Timer {
  /**
   * Prevents the task from running (again). Does nothing if it has run, or was cancelled, before.
   */
  void cancel();
}
