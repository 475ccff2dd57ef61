package glomers.workbench.report.picture;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.Restart;
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

  boolean isKill() {
    return event instanceof Kill;
  }

  /** The nodes whose fault it is; empty if it is the network's. */
  List<String> nodes() {
    if (event instanceof Kill kill) {
      return kill.nodes();
    } else if (event instanceof Restart restart) {
      return restart.nodes();
    } else if (event instanceof Pause pause) {
      return pause.nodes();
    }
    return event instanceof Resume resume ? resume.nodes() : List.of();
  }

  /** What the picture says of it, in lines. */
  String text() {
    if (event instanceof Kill) {
      return "crashes";
    } else if (event instanceof Restart) {
      return "restarts";
    } else if (event instanceof Pause) {
      return "paused";
    } else if (event instanceof Resume) {
      return "resumes";
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
