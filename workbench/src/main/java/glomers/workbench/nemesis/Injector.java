package glomers.workbench.nemesis;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import glomers.workbench.network.NetworkFaults;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Carries fault events out on the network and the nodes of one run. For use within events only.
 *
 * @param network the faults of the network between servers
 * @param control the nodes
 * @param ids the ids of all nodes
 */
public record Injector(NetworkFaults network, NodeControl control, List<String> ids) {
  /** Carries the event out. */
  public void carryOut(FaultEvent event) {
    if (event instanceof FaultEvent.Partition partition) {
      network.partition(partition.fault(), partition.cuts());
    } else if (event instanceof FaultEvent.OneWayPartition partition) {
      network.partition(partition.fault(), partition.cuts(ids));
    } else if (event instanceof FaultEvent.Heal heal) {
      network.heal(heal.fault());
    } else if (event instanceof FaultEvent.Degree degree) {
      set(degree.of(), degree.value());
    } else if (event instanceof FaultEvent.OfNodes toNodes) {
      act(toNodes.act(), toNodes.nodes());
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      clocks.rates().forEach(control::clockRate);
    }
  }

  private void set(Measure measure, double value) {
    switch (measure) {
      case LOSS -> network.lose(value);
      case DUPLICATE -> network.duplicate(value);
      case REORDER -> network.reorder(TimeUnit.MILLISECONDS.toNanos((long) value));
      case SLOW -> network.slowDown((long) value);
      case STORE_SLOW -> network.slowServices(TimeUnit.MILLISECONDS.toNanos((long) value));
      case STORE_LOST -> network.loseOfServices(value);
    }
  }

  private void act(Act act, List<String> nodes) {
    switch (act) {
      case KILL, KILL_LOST, KILL_KEPT -> nodes.forEach(node -> control.kill(node, act.left()));
      case RESTART -> nodes.forEach(control::restart);
      case PAUSE -> nodes.forEach(control::pause);
      case RESUME -> nodes.forEach(control::resume);
      case POWER_OFF -> control.powerOff(nodes);
      case POWER_ON -> control.powerOn(nodes);
      case SLOW_DISK -> nodes.forEach(node -> control.breakDisk(node, DiskFault.SLOW));
      case FAIL_DISK -> nodes.forEach(node -> control.breakDisk(node, DiskFault.FAILING));
      case FILL_DISK -> nodes.forEach(node -> control.breakDisk(node, DiskFault.FULL));
      case MEND_DISK -> nodes.forEach(control::mendDisk);
      case CORRUPT -> nodes.forEach(control::corrupt);
      case RESTORE -> nodes.forEach(control::restore);
    }
  }
}
