package glomers.workbench.report.picture;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultEvent.BreakDisk;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Corrupt;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.MendDisk;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.PowerOff;
import glomers.workbench.fault.FaultEvent.PowerOn;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Restore;
import glomers.workbench.fault.FaultEvent.Resume;
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
    return event instanceof Kill || event instanceof PowerOff;
  }

  /** Whether the node does nothing from then on. */
  boolean isDown() {
    return isKill() || event instanceof Pause;
  }

  /** Whether the node goes on, or starts again, from then on. */
  boolean isUp() {
    return event instanceof Restart || event instanceof Resume || event instanceof PowerOn;
  }

  /** The nodes whose fault it is; empty if it is the network's. */
  List<String> nodes() {
    if (event instanceof Kill kill) {
      return kill.nodes();
    } else if (event instanceof Restart restart) {
      return restart.nodes();
    } else if (event instanceof Pause pause) {
      return pause.nodes();
    } else if (event instanceof Resume resume) {
      return resume.nodes();
    }
    return nodesOfMachines();
  }

  private List<String> nodesOfMachines() {
    if (event instanceof PowerOff off) {
      return off.nodes();
    } else if (event instanceof PowerOn on) {
      return on.nodes();
    } else if (event instanceof BreakDisk broken) {
      return broken.nodes();
    } else if (event instanceof MendDisk mended) {
      return mended.nodes();
    } else if (event instanceof Corrupt corrupt) {
      return corrupt.nodes();
    } else if (event instanceof Restore restored) {
      return restored.nodes();
    }
    return event instanceof ClockRates clocks ? List.copyOf(clocks.rates().keySet()) : List.of();
  }
}
