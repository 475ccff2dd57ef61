package glomers.workbench.nemesis;

import glomers.workbench.fault.Act;

/** What faults do to nodes and their machines. For use within events only. */
public interface NodeControl {
  /**
   * Begins or ends a fault of one node. A node starts again only if nothing else keeps it down;
   * what ends does nothing to a node that it had not begun for.
   */
  void act(Act act, String node);

  /**
   * Sets how fast the clock of a simulated node runs.
   *
   * @param rate 1 for as fast as the others
   */
  void clockRate(String node, double rate);
}
