package glomers.workbench.fault;

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
      if (partition.cutsNothing()) {
        return "partition: of a shape that cuts nothing with so few nodes";
      }
      return partition
          .sides()
          .map(sides -> "partition: no messages pass between " + sides(sides))
          .orElseGet(() -> cuts(partition.cuts()));
    } else if (event instanceof FaultEvent.OneWayPartition partition) {
      return "one-way partition: "
          + subject(partition.receivers(), "receives", "receive")
          + " nothing from other servers";
    } else if (event instanceof FaultEvent.Degree degree) {
      return of(degree);
    } else if (event instanceof FaultEvent.OfNodes toNodes) {
      return of(toNodes.act(), toNodes.nodes());
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      return clocks.rates().entrySet().stream()
          .map(clock -> clock(clock.getKey(), clock.getValue()))
          .collect(Collectors.joining(", ", "from now on, ", ""));
    }
    return "all partitions heal";
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

  private static String of(FaultEvent.Degree degree) {
    return switch (degree.of()) {
      case LOSS -> share(degree.value(), "messages between servers", "lost");
      case DUPLICATE -> share(degree.value(), "messages between servers", "duplicated");
      case REORDER -> later(degree, "messages between servers", ", and overtake each other");
      case SLOW ->
          degree.begins()
              ? "from now on, messages between servers take " + degree.number() + " times as long"
              : "from now on, messages between servers take their usual time";
      case STORE_SLOW -> later(degree, "messages from and to services", "");
      case STORE_LOST -> share(degree.value(), "messages from and to services", "lost");
    };
  }

  private static String later(FaultEvent.Degree degree, String what, String consequence) {
    return degree.begins()
        ? "from now on, " + what + " take up to " + degree.number() + " ms longer" + consequence
        : "from now on, " + what + " take their usual time";
  }

  private static String of(Act act, List<String> nodes) {
    return switch (act) {
      case KILL -> subject(nodes, "crashes", "crash");
      case KILL_LOST ->
          subject(nodes, "crashes", "crash") + "; what was written but not synced is lost";
      case KILL_KEPT ->
          subject(nodes, "crashes", "crash") + "; what was written but not synced is kept";
      case RESTART -> subject(nodes, "starts", "start") + " again, with " + ofDisks(nodes);
      case PAUSE ->
          subject(nodes, "is paused; messages to it", "are paused; messages to them") + " wait";
      case RESUME -> subject(nodes, "goes", "go") + " on";
      case POWER_OFF -> "the power fails: all nodes crash at once";
      case POWER_ON -> "the power is back: all nodes start again, with " + ofDisks(nodes);
      case SLOW_DISK -> "from now on, each sync to " + disks(nodes) + " takes up to a second";
      case FAIL_DISK -> "from now on, each write to " + disks(nodes) + " fails and ends the node";
      case FILL_DISK ->
          "from now on, hardly anything more can be written to "
              + disks(nodes)
              + "; a write that fails ends the node";
      case MEND_DISK -> disks(nodes) + (nodes.size() == 1 ? " is" : " are") + " sound again";
      case CORRUPT ->
          subject(nodes, "crashes", "crash")
              + ", a bit of each stored file is flipped, and "
              + subject(nodes, "starts", "start")
              + " again";
      case RESTORE -> "the flipped bits on " + disks(nodes) + " are flipped back";
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
