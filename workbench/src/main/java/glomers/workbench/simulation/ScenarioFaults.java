package glomers.workbench.simulation;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.DownNodes;
import glomers.workbench.fault.DownNodes.Reason;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import glomers.workbench.run.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The faults of a scenario: carries them out, and ends those that have not ended. */
final class ScenarioFaults {
  private final List<String> ids;
  private final TestBed bed;
  private final Map<String, Set<String>> cuts = new TreeMap<>();

  ScenarioFaults(List<String> ids, TestBed bed) {
    this.ids = ids;
    this.bed = bed;
  }

  /** Carries a fault's beginning or end out; partitions add up. */
  void carryOut(FaultEvent event) {
    if (event instanceof FaultEvent.Partition partition) {
      partition
          .cuts()
          .forEach((to, from) -> cuts.computeIfAbsent(to, id -> new TreeSet<>()).addAll(from));
      bed.network().faults().partition(FaultEvent.Partition.NAME, cuts);
    } else if (event instanceof FaultEvent.Heal) {
      cuts.clear();
      bed.network().faults().heal(FaultEvent.Partition.NAME);
    } else {
      bed.faults().carryOut(event);
    }
  }

  /**
   * Ends all faults.
   *
   * @param step carries out an end that the trace shows; those of disks, clocks and the network's
   *     measures are carried out whether or not there is such a fault, and not shown
   */
  void end(Consumer<FaultEvent> step) {
    if (!cuts.isEmpty()) {
      step.accept(new FaultEvent.Heal(FaultEvent.Partition.NAME));
    }
    DownNodes down = bed.nodes().down();
    if (!down.of(Reason.NO_POWER).isEmpty()) {
      step.accept(Act.POWER_ON.to(ids));
    }
    down.of(Reason.KILLED).forEach(node -> step.accept(Act.RESTART.to(node)));
    for (String node : ids) {
      bed.faults().carryOut(Act.MEND_DISK.to(node));
      bed.faults().carryOut(Act.RESTORE.to(node));
      bed.faults().carryOut(new FaultEvent.ClockRates(Map.of(node, 1.0)));
    }
    bed.nodes().paused().forEach(node -> step.accept(Act.RESUME.to(node)));
    for (Measure measure : Measure.values()) {
      bed.faults().carryOut(measure.toUsual());
    }
  }
}
