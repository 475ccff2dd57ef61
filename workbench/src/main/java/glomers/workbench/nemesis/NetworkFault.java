package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A fault of the network as a whole, of a varying degree.
 *
 * @param degrees the degrees to choose from
 */
record NetworkFault(Measure measure, List<? extends Number> degrees) implements Fault {
  @Override
  public String name() {
    return measure.fault();
  }

  @Override
  public Object choose(RandomGenerator random) {
    return degrees.get(random.nextInt(degrees.size()));
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    return measure.to(((Number) choice).doubleValue());
  }

  @Override
  public FaultEvent stop() {
    return measure.toUsual();
  }
}
