package glomers.workbench.simulation;

import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.FaultTarget;
import glomers.workbench.fault.Unsynced;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Faults as what a {@link Scenario} has for them. It knows one set of partitions, so that healing
 * one of them heals all.
 *
 * @param nodes the ids of all nodes
 */
record FaultVerbs(Scenario<?> scenario, List<String> nodes) implements FaultTarget {
  @Override
  public void partition(String fault, Map<String, List<String>> cuts) {
    new FaultEvent.Partition(cuts)
        .sides()
        .ifPresentOrElse(
            sides -> scenario.partition(sides.one(), sides.other()),
            () -> cuts.forEach(scenario::cut));
  }

  @Override
  public void deafen(String fault, List<String> receivers) {
    for (String receiver : receivers) {
      scenario.cut(receiver, nodes.stream().filter(other -> !other.equals(receiver)).toList());
    }
  }

  @Override
  public void heal(String fault) {
    scenario.heal();
  }

  @Override
  public void lose(double probability) {
    scenario.lose(probability);
  }

  @Override
  public void duplicate(double probability) {
    scenario.duplicate(probability);
  }

  @Override
  public void reorder(Duration delayMax) {
    scenario.reorder(delayMax);
  }

  @Override
  public void slowDown(long factor) {
    scenario.slowDown(factor);
  }

  @Override
  public void slowStores(Duration delayMax) {
    scenario.slowStores(delayMax);
  }

  @Override
  public void loseStoreCalls(double probability) {
    scenario.loseStoreCalls(probability);
  }

  @Override
  public void kill(String node, Unsynced left) {
    scenario.crash(node, left);
  }

  @Override
  public void restart(String node) {
    scenario.restart(node);
  }

  @Override
  public void pause(String node) {
    scenario.pause(node);
  }

  @Override
  public void resume(String node) {
    scenario.resume(node);
  }

  @Override
  public void powerOff(List<String> all) {
    scenario.powerOff();
  }

  @Override
  public void powerOn(List<String> all) {
    scenario.powerOn();
  }

  @Override
  public void breakDisk(String node, DiskFault how) {
    switch (how) {
      case SLOW -> scenario.slowDisk(node);
      case FAILING -> scenario.failDisk(node);
      case FULL -> scenario.fillDisk(node);
    }
  }

  @Override
  public void mendDisk(String node) {
    scenario.mendDisk(node);
  }

  @Override
  public void corrupt(String node) {
    scenario.corrupt(node);
  }

  @Override
  public void restore(String node) {
    scenario.restore(node);
  }

  @Override
  public void clockRate(String node, double rate) {
    scenario.clockRate(node, rate);
  }
}
