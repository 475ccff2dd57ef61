package glomers.workbench.nemesis;

/** What faults do to nodes. For use within events only. */
public interface NodeControl {
  /** Stops a node where it is; what is sent to it waits. */
  void pause(String node);

  /** Has a paused node go on. Does nothing to one that is not paused. */
  void resume(String node);

  /** Ends a node at once; what is sent to it is lost. */
  void kill(String node);

  /** Starts a node anew that was killed, and initialises it. */
  void restart(String node);
}
