package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Partitions the network between servers: Maelstrom's fault of the same name. */
public final class Partition implements Fault {
  private final Network network;
  private final List<String> nodes;

  /** Partitions of these nodes on this network. */
  public Partition(Network network, List<String> nodes) {
    this.network = network;
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public String name() {
    return "partition";
  }

  @Override
  public Object choose(RandomGenerator random) {
    Split[] splits = Split.values();
    return Keyword.of(splits[random.nextInt(splits.length)].label());
  }

  @Override
  public Object start(Object choice, RandomGenerator random) {
    Split split =
        Arrays.stream(Split.values())
            .filter(each -> Keyword.of(each.label()).equals(choice))
            .findFirst()
            .orElseThrow();
    Map<String, Set<String>> partitions = split.partitions(nodes, random);
    network.faults().partition(name(), partitions);
    Map<String, List<String>> shown = new TreeMap<>();
    partitions.forEach((node, sources) -> shown.put(node, sources.stream().sorted().toList()));
    return List.of(Keyword.of("isolated"), shown);
  }

  @Override
  public Object stop() {
    network.faults().heal(name());
    return Keyword.of("network-healed");
  }
}
