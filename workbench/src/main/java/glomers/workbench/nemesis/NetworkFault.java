package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A fault of the network as a whole, of a varying degree.
 *
 * @param name the fault's name
 * @param degrees the degrees to choose from; what the numbers mean is up to the fault
 * @param starts the event that sets a degree
 * @param stop the event that sets the degree of a healthy network
 */
record NetworkFault(
    String name,
    List<? extends Number> degrees,
    Function<Number, FaultEvent> starts,
    FaultEvent stop)
    implements Fault {
  @Override
  public Object choose(RandomGenerator random) {
    return degrees.get(random.nextInt(degrees.size()));
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    return starts.apply((Number) choice);
  }
}
