package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.network.NetworkFaults;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Drops messages in one direction: some nodes receive nothing from the others, but can still send
 * to them.
 */
final class OneWayPartition implements Fault {
  private final NetworkFaults faults;
  private final List<String> nodes;

  OneWayPartition(NetworkFaults faults, List<String> nodes) {
    this.faults = faults;
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return "one-way-partition";
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Targets.choose(random);
  }

  @Override
  public Object start(Object choice, RandomGenerator random) {
    List<String> deaf = Targets.pick(choice, nodes, random);
    Map<String, Set<String>> partitions = new TreeMap<>();
    for (String node : deaf) {
      Set<String> others = new TreeSet<>(nodes);
      others.remove(node);
      partitions.put(node, others);
    }
    faults.partition(name(), partitions);
    return List.of(Keyword.of("deaf"), deaf);
  }

  @Override
  public Object stop() {
    faults.heal(name());
    return Keyword.of("network-healed");
  }
}
