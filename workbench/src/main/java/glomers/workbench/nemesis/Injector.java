package glomers.workbench.nemesis;

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
      toNodes.nodes().forEach(node -> control.act(toNodes.act(), node));
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
}
