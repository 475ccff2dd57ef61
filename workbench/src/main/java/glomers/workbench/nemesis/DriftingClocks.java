package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Lets the clocks of some nodes run at rates of their own, from half to twice as fast. */
final class DriftingClocks implements Fault {
  private final List<String> nodes;
  private List<String> hit = List.of();

  /**
   * A fault that is not active.
   *
   * @param nodes those that it may hit
   */
  DriftingClocks(List<String> nodes) {
    this.nodes = nodes;
  }

  @Override
  public String name() {
    return FaultEvent.ClockRates.NAME;
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Targets.choose(random);
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    hit = Targets.pick(choice, nodes, random);
    Map<String, Double> rates = new TreeMap<>();
    for (String node : hit) {
      double factor = 1 + random.nextInt(1, 101) / 100.0;
      rates.put(node, random.nextBoolean() ? factor : Math.round(100 / factor) / 100.0);
    }
    return new FaultEvent.ClockRates(rates);
  }

  @Override
  public FaultEvent stop() {
    Map<String, Double> rates = new TreeMap<>();
    hit.forEach(node -> rates.put(node, 1.0));
    hit = List.of();
    return new FaultEvent.ClockRates(rates);
  }
}
