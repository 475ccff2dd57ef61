package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.network.NetworkFaults;
import java.util.List;

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
      network.set(degree.of(), degree.value());
    } else if (event instanceof FaultEvent.OfNodes toNodes) {
      toNodes.nodes().forEach(node -> control.act(toNodes.act(), node));
    } else if (event instanceof FaultEvent.ClockRates clocks) {
      clocks.rates().forEach(control::clockRate);
    }
  }
}
