package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Cuts the power of all nodes at once.
 *
 * @param nodes all of them
 */
record PowerFault(List<String> nodes) implements Fault {
  @Override
  public String name() {
    return Act.POWER_OFF.fault();
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Keyword.of("all");
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    return Act.POWER_OFF.to(nodes);
  }

  @Override
  public FaultEvent stop() {
    return Act.POWER_ON.to(nodes);
  }
}
