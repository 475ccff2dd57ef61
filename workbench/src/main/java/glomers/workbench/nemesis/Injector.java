package glomers.workbench.nemesis;

import glomers.workbench.fault.DiskFault;
import glomers.workbench.fault.FaultTarget;
import glomers.workbench.fault.NodeControl;
import glomers.workbench.fault.Unsynced;
import glomers.workbench.network.NetworkFaults;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands what faults do on to the network and the nodes of one run.
 *
 * @param network the faults of the network between servers
 * @param control the nodes
 * @param ids the ids of all nodes
 */
public record Injector(NetworkFaults network, NodeControl control, List<String> ids)
    implements FaultTarget {
  @Override
  public void partition(String fault, Map<String, List<String>> cuts) {
    network.partition(fault, cuts);
  }

  @Override
  public void deafen(String fault, List<String> receivers) {
    Map<String, List<String>> cuts = new LinkedHashMap<>();
    for (String receiver : receivers) {
      cuts.put(receiver, ids.stream().filter(other -> !other.equals(receiver)).toList());
    }
    partition(fault, cuts);
  }

  @Override
  public void heal(String fault) {
    network.heal(fault);
  }

  @Override
  public void lose(double probability) {
    network.lose(probability);
  }

  @Override
  public void duplicate(double probability) {
    network.duplicate(probability);
  }

  @Override
  public void reorder(Duration delayMax) {
    network.reorder(delayMax.toNanos());
  }

  @Override
  public void slowDown(long factor) {
    network.slowDown(factor);
  }

  @Override
  public void slowStores(Duration delayMax) {
    network.slowServices(delayMax.toNanos());
  }

  @Override
  public void loseStoreCalls(double probability) {
    network.loseOfServices(probability);
  }

  @Override
  public void kill(String node, Unsynced left) {
    control.kill(node, left);
  }

  @Override
  public void restart(String node) {
    control.restart(node);
  }

  @Override
  public void pause(String node) {
    control.pause(node);
  }

  @Override
  public void resume(String node) {
    control.resume(node);
  }

  @Override
  public void powerOff(List<String> nodes) {
    control.powerOff(nodes);
  }

  @Override
  public void powerOn(List<String> nodes) {
    control.powerOn(nodes);
  }

  @Override
  public void breakDisk(String node, DiskFault how) {
    control.breakDisk(node, how);
  }

  @Override
  public void mendDisk(String node) {
    control.mendDisk(node);
  }

  @Override
  public void corrupt(String node) {
    control.corrupt(node);
  }

  @Override
  public void restore(String node) {
    control.restore(node);
  }

  @Override
  public void clockRate(String node, double rate) {
    control.clockRate(node, rate);
  }
}
