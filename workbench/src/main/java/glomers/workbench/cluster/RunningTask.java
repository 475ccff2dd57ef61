package glomers.workbench.cluster;

/**
 * The task that a cluster's nodes run at the moment, if they run one: simulated nodes run one at a
 * time. Safe to look at from another thread.
 */
final class RunningTask {
  private volatile long number;
  private volatile NodeGuard node;
  private volatile Thread thread;

  /** A task of this node begins, on the calling thread. */
  void begin(NodeGuard guard) {
    number++; // only the thread that runs the cluster writes
    node = guard;
    thread = Thread.currentThread();
  }

  /** The task has ended. */
  void end() {
    thread = null;
  }

  /** The number of the task, from 1; no two have the same. */
  long number() {
    return number;
  }

  /** The node whose task it is. */
  NodeGuard node() {
    return node;
  }

  /** The thread that runs it; null if none runs. */
  Thread thread() {
    return thread;
  }
}
