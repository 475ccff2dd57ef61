package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.network.Disturbance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Cuts links in one direction: some nodes are deaf to the others, who hear them still. */
final class OneWayPartition implements Fault {
  private final Disturbance disturbance;
  private final List<String> nodes;

  OneWayPartition(Disturbance disturbance, List<String> nodes) {
    this.disturbance = disturbance;
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
    Map<String, Set<String>> cuts = new TreeMap<>();
    for (String node : deaf) {
      Set<String> others = new TreeSet<>(nodes);
      others.remove(node);
      cuts.put(node, others);
    }
    disturbance.cut(name(), cuts);
    return List.of(Keyword.of("deaf"), deaf);
  }

  @Override
  public Object stop() {
    disturbance.mend(name());
    return Keyword.of("network-healed");
  }
}
