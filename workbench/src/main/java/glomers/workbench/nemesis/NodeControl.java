package glomers.workbench.nemesis;

import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.Unsynced;
import java.util.List;

/** The actions of faults on nodes. For use within events only. */
public interface NodeControl {
  /** Pauses a node; messages to it wait. */
  void pause(String node);

  /** Resumes a paused node. Does nothing to one that is not paused. */
  void resume(String node);

  /**
   * Kills a node; messages to it are lost.
   *
   * @param left what is left of that which a simulated node has written but not synced
   */
  void kill(String node, Unsynced left);

  /** Restarts a node that was killed, and initialises it, unless something else keeps it down. */
  void restart(String node);

  /** Kills nodes by cutting their power. */
  void powerOff(List<String> nodes);

  /** Restarts nodes whose power was off, unless something else keeps them down. */
  void powerOn(List<String> nodes);

  /** Breaks the disk of a simulated node; if the node ends because of that, it stays down. */
  void breakDisk(String node, DiskFault how);

  /** Mends the disk of a simulated node, which starts again if it has ended because of its disk. */
  void mendDisk(String node);

  /** Crashes a simulated node, flips a bit of what it has synced, and starts it again. */
  void corrupt(String node);

  /** Flips it back, and starts the node again if it has refused to start. */
  void restore(String node);

  /**
   * Sets how fast the clock of a simulated node runs.
   *
   * @param rate 1 for as fast as the others
   */
  void clockRate(String node, double rate);
}
