package glomers.workbench.fault;

import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultEvent.Duplicate;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.Loss;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.Reorder;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Resume;
import glomers.workbench.fault.FaultEvent.Slow;
import glomers.workbench.fault.FaultEvent.StoreLost;
import glomers.workbench.fault.FaultEvent.StoreSlow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fault events as traces of scenarios show them, such as {@code partition [n0] from [n1, n2]}. */
public final class FaultText {
  private FaultText() {}

  /** The event, on one line. */
  public static String of(FaultEvent event) {
    if (event instanceof Partition partition) {
      return partition
          .sides()
          .map(sides -> "partition " + sides.one() + " from " + sides.other())
          .orElseGet(() -> cuts(partition.cuts()));
    } else if (event instanceof FaultEvent.OneWayPartition partition) {
      return "cut " + partition.receivers() + " from all others";
    } else if (event instanceof FaultEvent.Heal) {
      return "heal";
    } else if (event instanceof Loss loss) {
      return "lose " + loss.probability();
    } else if (event instanceof Duplicate duplicate) {
      return "duplicate " + duplicate.probability();
    } else if (event instanceof Reorder reorder) {
      return "reorder " + reorder.millisMax() + " ms";
    } else if (event instanceof Slow slow) {
      return "slow down " + slow.factor();
    } else if (event instanceof StoreSlow slow) {
      return "slow stores " + slow.millisMax() + " ms";
    } else if (event instanceof StoreLost lost) {
      return "lose store calls " + lost.probability();
    }
    return toNodes(event);
  }

  private static String cuts(Map<String, List<String>> cuts) {
    return cuts.entrySet().stream()
        .map(cut -> "cut " + cut.getKey() + " from " + cut.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String toNodes(FaultEvent event) {
    if (event instanceof Kill kill) {
      return nodes("crash", kill.nodes())
          + (kill.left() == Unsynced.TORN ? "" : ", unsynced " + kill.left().label());
    } else if (event instanceof Restart restart) {
      return nodes("restart", restart.nodes());
    } else if (event instanceof Pause pause) {
      return nodes("pause", pause.nodes());
    } else if (event instanceof Resume resume) {
      return nodes("resume", resume.nodes());
    }
    return toMachines(event);
  }

  private static String nodes(String verb, List<String> nodes) {
    return verb + " " + String.join(" ", nodes);
  }

  private static String toMachines(FaultEvent event) {
    if (event instanceof FaultEvent.PowerOff) {
      return "power off";
    } else if (event instanceof FaultEvent.PowerOn) {
      return "power on";
    } else if (event instanceof FaultEvent.BreakDisk broken) {
      return nodes("disk is " + broken.how().label() + ":", broken.nodes());
    } else if (event instanceof FaultEvent.MendDisk mended) {
      return nodes("mend disk", mended.nodes());
    } else if (event instanceof FaultEvent.Corrupt corrupt) {
      return nodes("corrupt disk", corrupt.nodes());
    } else if (event instanceof FaultEvent.Restore restored) {
      return nodes("restore disk", restored.nodes());
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      return clocks.rates().entrySet().stream()
          .map(clock -> clock.getKey() + " x" + clock.getValue())
          .collect(Collectors.joining(", ", "clock rate ", ""));
    }
    throw new IllegalArgumentException("no text for " + Edn.print(FaultEdn.of(event)));
  }
}
