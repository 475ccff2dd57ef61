package glomers.workbench.report.picture;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultEvent.BreakDisk;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Corrupt;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.MendDisk;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.PowerOff;
import glomers.workbench.fault.FaultEvent.PowerOn;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Restore;
import glomers.workbench.fault.FaultEvent.Resume;
import glomers.workbench.fault.FaultText;
import java.util.List;
import java.util.stream.Collectors;

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

  /** What the picture says of it, in lines; at a node's lane, what it is for this node. */
  String text(String node) {
    return event instanceof ClockRates clocks ? "clock x" + clocks.rates().get(node) : text();
  }

  String text() {
    if (event instanceof Kill) {
      return "crashes";
    } else if (event instanceof Restart) {
      return "restarts";
    } else if (event instanceof Pause) {
      return "paused";
    } else if (event instanceof Resume) {
      return "resumes";
    } else if (event instanceof PowerOff) {
      return "power off";
    } else if (event instanceof PowerOn) {
      return "power on";
    } else if (event instanceof BreakDisk broken) {
      return "disk " + broken.how().label();
    } else if (event instanceof MendDisk) {
      return "disk mended";
    } else if (event instanceof Corrupt) {
      return "disk corrupted";
    } else if (event instanceof Restore) {
      return "disk restored";
    }
    return event instanceof Partition partition ? text(partition) : FaultText.of(event);
  }

  private static String text(Partition partition) {
    return partition
        .sides()
        .map(sides -> "partition\n" + groups(sides.one(), sides.other()))
        .orElseGet(
            () ->
                partition.cuts().entrySet().stream()
                    .map(cut -> groups(List.of(cut.getKey()), cut.getValue()))
                    .collect(Collectors.joining("\n", "one way:\n", "")));
  }

  private static String groups(List<String> one, List<String> other) {
    return String.join(" ", one) + " | " + String.join(" ", other);
  }
}
