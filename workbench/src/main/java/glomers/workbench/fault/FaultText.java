package glomers.workbench.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fault events as traces of scenarios show them, such as {@code partition [n0] from [n1, n2]}. */
public final class FaultText {
  private FaultText() {}

  /** The event, on one line. */
  public static String of(FaultEvent event) {
    if (event instanceof FaultEvent.Partition partition) {
      return partition
          .sides()
          .map(sides -> "partition " + sides.one() + " from " + sides.other())
          .orElseGet(() -> cuts(partition.cuts()));
    } else if (event instanceof FaultEvent.OneWayPartition partition) {
      return "cut " + partition.receivers() + " from all others";
    } else if (event instanceof FaultEvent.Degree degree) {
      return text(degree.of(), degree.number());
    } else if (event instanceof FaultEvent.OfNodes toNodes) {
      return text(toNodes.act(), String.join(" ", toNodes.nodes()));
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      return clocks.rates().entrySet().stream()
          .map(clock -> clock.getKey() + " x" + clock.getValue())
          .collect(Collectors.joining(", ", "clock rate ", ""));
    }
    return "heal";
  }

  private static String cuts(Map<String, List<String>> cuts) {
    return cuts.entrySet().stream()
        .map(cut -> "cut " + cut.getKey() + " from " + cut.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String text(Measure measure, Number value) {
    return switch (measure) {
      case LOSS -> "lose " + value;
      case DUPLICATE -> "duplicate " + value;
      case REORDER -> "reorder " + value + " ms";
      case SLOW -> "slow down " + value;
      case STORE_SLOW -> "slow stores " + value + " ms";
      case STORE_LOST -> "lose store calls " + value;
    };
  }

  private static String text(Act act, String nodes) {
    return switch (act) {
      case KILL -> "crash " + nodes;
      case KILL_LOST, KILL_KEPT -> "crash " + nodes + ", unsynced " + act.left().label();
      case RESTART -> "restart " + nodes;
      case PAUSE -> "pause " + nodes;
      case RESUME -> "resume " + nodes;
      case POWER_OFF -> "power off";
      case POWER_ON -> "power on";
      case SLOW_DISK, FAIL_DISK, FILL_DISK -> "disk is " + act.tag() + ": " + nodes;
      case MEND_DISK -> "mend disk " + nodes;
      case CORRUPT -> "corrupt disk " + nodes;
      case RESTORE -> "restore disk " + nodes;
    };
  }
}
