package glomers.workbench.fault;

/** The actions of faults on nodes. For use within events only. */
public interface NodeControl {
  /** Pauses a node; messages to it wait. */
  void pause(String node);

  /** Resumes a paused node. Does nothing to one that is not paused. */
  void resume(String node);

  /** Kills a node; messages to it are lost. */
  void kill(String node);

  /** Restarts a node that was killed, and initialises it. */
  void restart(String node);
}
