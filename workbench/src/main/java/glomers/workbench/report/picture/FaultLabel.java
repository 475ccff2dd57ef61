package glomers.workbench.report.picture;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Degree;
import glomers.workbench.fault.FaultEvent.OfNodes;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a picture says of a fault, in the words of {@link glomers.workbench.fault.FaultSentence} as
 * far as there is room.
 */
final class FaultLabel {
  private FaultLabel() {}

  /** At a node's lane, in a few words: what happens to this node. */
  static String ofNode(FaultEvent event, String node) {
    if (event instanceof OfNodes toNodes) {
      return ofNode(toNodes.act());
    } else if (event instanceof ClockRates clocks) {
      double rate = clocks.rates().get(node);
      return rate == 1 ? "clock as usual" : "clock runs × " + rate;
    }
    return FaultText.of(event);
  }

  private static String ofNode(Act act) {
    return switch (act) {
      case KILL, KILL_LOST, KILL_KEPT -> "crashes";
      case RESTART -> "restarts";
      case PAUSE -> "paused";
      case RESUME -> "resumes";
      case POWER_OFF -> "power fails";
      case POWER_ON -> "power is back";
      case SLOW_DISK -> "disk is slow";
      case FAIL_DISK -> "disk fails";
      case FILL_DISK -> "disk is full";
      case MEND_DISK -> "disk is sound";
      case CORRUPT -> "bits flip on disk";
      case RESTORE -> "bits flipped back";
    };
  }

  /** At the band of a fault of the network, in short lines. */
  static List<String> ofNetwork(FaultEvent event) {
    if (event instanceof Partition partition) {
      if (partition.cutsNothing()) {
        return List.of("partition", "cuts nothing");
      }
      return partition
          .sides()
          .map(sides -> List.of("partition", ids(sides.one()) + " | " + ids(sides.other())))
          .orElseGet(
              () ->
                  partition.cuts().entrySet().stream()
                      .flatMap(cut -> cut(cut.getKey(), cut.getValue()))
                      .toList());
    } else if (event instanceof OneWayPartition partition) {
      return List.of(
          ids(partition.receivers())
              + (partition.receivers().size() == 1 ? " receives" : " receive"),
          "nothing");
    }
    return event instanceof Degree degree ? ofDegree(degree) : List.of(FaultText.of(event));
  }

  private static Stream<String> cut(String receiver, List<String> senders) {
    return senders.isEmpty()
        ? Stream.of()
        : Stream.of(receiver + " receives", "nothing from", ids(senders));
  }

  private static List<String> share(double probability, String what) {
    BigDecimal percent = BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros();
    return probability == 1
        ? List.of("all messages", what)
        : List.of(percent.toPlainString() + " % of", "messages", what);
  }

  private static List<String> ofDegree(Degree degree) {
    return switch (degree.of()) {
      case LOSS -> share(degree.value(), "are lost");
      case DUPLICATE -> share(degree.value(), "arrive twice");
      case STORE_LOST -> share(degree.value(), "of stores lost");
      case REORDER -> List.of("messages", "up to " + degree.number() + " ms", "later");
      case STORE_SLOW -> List.of("stores", "up to " + degree.number() + " ms", "later");
      case SLOW -> List.of("messages take", degree.number() + " × as long");
    };
  }

  private static String ids(List<String> nodes) {
    return String.join(" ", nodes);
  }
}
