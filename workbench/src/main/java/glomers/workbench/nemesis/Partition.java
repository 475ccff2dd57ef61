package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Partitions the network between servers: Maelstrom's fault of the same name.
 *
 * @param nodes those that are partitioned
 */
record Partition(List<String> nodes) implements Fault {
  @Override
  public String name() {
    return FaultEvent.Partition.NAME;
  }

  @Override
  public Object choose(RandomGenerator random) {
    Split[] splits = Split.values();
    return Keyword.of(splits[random.nextInt(splits.length)].label());
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    Split split =
        Arrays.stream(Split.values())
            .filter(each -> Keyword.of(each.label()).equals(choice))
            .findFirst()
            .orElseThrow();
    Map<String, List<String>> cuts = new TreeMap<>();
    split
        .partitions(nodes, random)
        .forEach((node, sources) -> cuts.put(node, sources.stream().sorted().toList()));
    return new FaultEvent.Partition(cuts);
  }

  @Override
  public FaultEvent stop() {
    return new FaultEvent.Heal(name());
  }
}
