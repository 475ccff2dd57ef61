package glomers.workbench.fault;

import glomers.workbench.edn.Edn;
import glomers.workbench.fault.FaultEvent.Partition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fault events in plain words, for people who do not know the faults' names, such as {@code from
 * now on, 50 % of the messages between servers are lost}. {@link FaultText} has their short forms.
 */
public final class FaultSentence {
  private FaultSentence() {}

  /** What happens, on one line. */
  public static String of(FaultEvent event) {
    if (event instanceof Partition partition) {
      return partition
          .sides()
          .map(sides -> "partition: no messages pass between " + sides(sides))
          .orElseGet(() -> cuts(partition.cuts()));
    } else if (event instanceof FaultEvent.OneWayPartition partition) {
      return "one-way partition: "
          + subject(partition.receivers(), "receives", "receive")
          + " nothing from other servers";
    } else if (event instanceof FaultEvent.Heal) {
      return "all partitions heal";
    } else if (event instanceof FaultEvent.Loss loss) {
      return share(loss.probability(), "messages between servers", "lost");
    } else if (event instanceof FaultEvent.Duplicate duplicate) {
      return share(duplicate.probability(), "messages between servers", "duplicated");
    }
    return ofDelays(event);
  }

  private static String sides(Partition.Sides sides) {
    if (sides.one().size() == 1 && sides.other().size() == 1) {
      return list(sides.one()) + " and " + list(sides.other());
    }
    return list(sides.one()) + " on one side and " + list(sides.other()) + " on the other";
  }

  private static String cuts(Map<String, List<String>> cuts) {
    return cuts.entrySet().stream()
        .filter(cut -> !cut.getValue().isEmpty())
        .map(cut -> cut.getKey() + " receives nothing from " + list(cut.getValue()))
        .collect(Collectors.joining("; ", "partition: ", ""));
  }

  private static String share(double probability, String what, String how) {
    if (probability == 0) {
      return "from now on, no " + what + " are " + how + " by chance";
    } else if (probability == 1) {
      return "from now on, all " + what + " are " + how;
    }
    BigDecimal percent = BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros();
    return "from now on, " + percent.toPlainString() + " % of the " + what + " are " + how;
  }

  private static String ofDelays(FaultEvent event) {
    if (event instanceof FaultEvent.Reorder reorder) {
      return later(reorder.millisMax(), "messages between servers", ", and overtake each other");
    } else if (event instanceof FaultEvent.Slow slow) {
      return slow.begins()
          ? "from now on, messages between servers take " + slow.factor() + " times as long"
          : "from now on, messages between servers take their usual time";
    } else if (event instanceof FaultEvent.StoreSlow slow) {
      return later(slow.millisMax(), "messages from and to services", "");
    } else if (event instanceof FaultEvent.StoreLost lost) {
      return share(lost.probability(), "messages from and to services", "lost");
    }
    return ofNodes(event);
  }

  private static String later(long millisMax, String what, String consequence) {
    return millisMax == 0
        ? "from now on, " + what + " take their usual time"
        : "from now on, " + what + " take up to " + millisMax + " ms longer" + consequence;
  }

  private static String ofNodes(FaultEvent event) {
    if (event instanceof FaultEvent.Kill kill) {
      return subject(kill.nodes(), "crashes", "crash") + left(kill.left());
    } else if (event instanceof FaultEvent.Restart restart) {
      return subject(restart.nodes(), "starts", "start")
          + " again, with "
          + ofDisks(restart.nodes());
    } else if (event instanceof FaultEvent.Pause pause) {
      return subject(pause.nodes(), "is paused; messages to it", "are paused; messages to them")
          + " wait";
    } else if (event instanceof FaultEvent.Resume resume) {
      return subject(resume.nodes(), "goes", "go") + " on";
    } else if (event instanceof FaultEvent.PowerOff) {
      return "the power fails: all nodes crash at once";
    } else if (event instanceof FaultEvent.PowerOn on) {
      return "the power is back: all nodes start again, with " + ofDisks(on.nodes());
    }
    return ofMachines(event);
  }

  private static String left(Unsynced left) {
    return switch (left) {
      case TORN -> "";
      case LOST -> "; what was written but not synced is lost";
      case KEPT -> "; what was written but not synced is kept";
    };
  }

  private static String ofMachines(FaultEvent event) {
    if (event instanceof FaultEvent.BreakDisk broken) {
      return broken(broken.how(), disks(broken.nodes()));
    } else if (event instanceof FaultEvent.MendDisk mended) {
      return disks(mended.nodes()) + (mended.nodes().size() == 1 ? " is" : " are") + " sound again";
    } else if (event instanceof FaultEvent.Corrupt corrupt) {
      return subject(corrupt.nodes(), "crashes", "crash")
          + ", a bit of each stored file is flipped, and "
          + subject(corrupt.nodes(), "starts", "start")
          + " again";
    } else if (event instanceof FaultEvent.Restore restored) {
      return "the flipped bits on " + disks(restored.nodes()) + " are flipped back";
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      return clocks.rates().entrySet().stream()
          .map(clock -> clock(clock.getKey(), clock.getValue()))
          .collect(Collectors.joining(", ", "from now on, ", ""));
    }
    throw new IllegalArgumentException("no sentence for " + Edn.print(FaultEdn.of(event)));
  }

  private static String broken(DiskFault how, String disks) {
    return switch (how) {
      case SLOW -> "from now on, each sync to " + disks + " takes up to a second";
      case FAILING -> "from now on, each write to " + disks + " fails and ends the node";
      case FULL ->
          "from now on, hardly anything more can be written to "
              + disks
              + "; a write that fails ends the node";
    };
  }

  private static String clock(String node, double rate) {
    return "the clock of "
        + node
        + (rate == 1 ? " runs at its usual rate" : " runs at " + rate + " times its usual rate");
  }

  private static String disks(List<String> nodes) {
    return (nodes.size() == 1 ? "the disk of " : "the disks of ") + list(nodes);
  }

  private static String ofDisks(List<String> nodes) {
    return "nothing but what is on " + (nodes.size() == 1 ? "its disk" : "their disks");
  }

  private static String subject(List<String> nodes, String one, String many) {
    return list(nodes) + " " + (nodes.size() == 1 ? one : many);
  }

  private static String list(List<String> nodes) {
    int last = nodes.size() - 1;
    return last < 1
        ? String.join("", nodes)
        : String.join(", ", nodes.subList(0, last)) + " and " + nodes.get(last);
  }
}
