package glomers.workbench.report.picture;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import java.util.List;

/**
 * An event by which a fault begins or ends, at its height in the picture.
 *
 * @param y the height
 */
record FaultMark(FaultEvent event, double y) {
  boolean begins() {
    return event.begins();
  }

  /** Whether it ends the node. */
  boolean isKill() {
    return isAct(Act.KILL, Act.KILL_LOST, Act.KILL_KEPT, Act.POWER_OFF);
  }

  /** Whether the node does nothing from then on. */
  boolean isDown() {
    return isKill() || isAct(Act.PAUSE);
  }

  /** Whether the node goes on, or starts again, from then on. */
  boolean isUp() {
    return isAct(Act.RESTART, Act.RESUME, Act.POWER_ON);
  }

  private boolean isAct(Act... acts) {
    return event instanceof FaultEvent.OfNodes toNodes && List.of(acts).contains(toNodes.act());
  }

  /** The nodes whose fault it is; empty if it is the network's. */
  List<String> nodes() {
    if (event instanceof FaultEvent.OfNodes toNodes) {
      return toNodes.nodes();
    }
    return event instanceof FaultEvent.ClockRates clocks
        ? List.copyOf(clocks.rates().keySet())
        : List.of();
  }
}
