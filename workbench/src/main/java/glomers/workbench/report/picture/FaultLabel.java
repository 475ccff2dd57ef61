package glomers.workbench.report.picture;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultEvent.BreakDisk;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Corrupt;
import glomers.workbench.fault.FaultEvent.Duplicate;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.Loss;
import glomers.workbench.fault.FaultEvent.MendDisk;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.PowerOff;
import glomers.workbench.fault.FaultEvent.PowerOn;
import glomers.workbench.fault.FaultEvent.Reorder;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Restore;
import glomers.workbench.fault.FaultEvent.Resume;
import glomers.workbench.fault.FaultEvent.Slow;
import glomers.workbench.fault.FaultEvent.StoreLost;
import glomers.workbench.fault.FaultEvent.StoreSlow;
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
    if (event instanceof Kill) {
      return "crashes";
    } else if (event instanceof Restart) {
      return "restarts";
    } else if (event instanceof Pause) {
      return "paused";
    } else if (event instanceof Resume) {
      return "resumes";
    } else if (event instanceof PowerOff) {
      return "power fails";
    } else if (event instanceof PowerOn) {
      return "power is back";
    } else if (event instanceof ClockRates clocks) {
      double rate = clocks.rates().get(node);
      return rate == 1 ? "clock as usual" : "clock runs × " + rate;
    }
    return ofDisk(event);
  }

  private static String ofDisk(FaultEvent event) {
    if (event instanceof BreakDisk broken) {
      return switch (broken.how()) {
        case SLOW -> "disk is slow";
        case FAILING -> "disk fails";
        case FULL -> "disk is full";
      };
    } else if (event instanceof MendDisk) {
      return "disk is sound";
    } else if (event instanceof Corrupt) {
      return "bits flip on disk";
    } else if (event instanceof Restore) {
      return "bits flipped back";
    }
    return FaultText.of(event);
  }

  /** At the band of a fault of the network, in short lines. */
  static List<String> ofNetwork(FaultEvent event) {
    if (event instanceof Partition partition) {
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
    } else if (event instanceof Loss loss) {
      return share(loss.probability(), "are lost");
    } else if (event instanceof Duplicate duplicate) {
      return share(duplicate.probability(), "arrive twice");
    } else if (event instanceof StoreLost lost) {
      return share(lost.probability(), "of stores lost");
    }
    return ofDelay(event);
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

  private static List<String> ofDelay(FaultEvent event) {
    if (event instanceof Reorder reorder) {
      return List.of("messages", "up to " + reorder.millisMax() + " ms", "later");
    } else if (event instanceof StoreSlow slow) {
      return List.of("stores", "up to " + slow.millisMax() + " ms", "later");
    } else if (event instanceof Slow slow) {
      return List.of("messages take", slow.factor() + " × as long");
    }
    return List.of(FaultText.of(event));
  }

  private static String ids(List<String> nodes) {
    return String.join(" ", nodes);
  }
}
