package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A fault of the network as a whole, of a varying degree.
 *
 * @param name the fault's name
 * @param degrees the degrees to choose from; what the numbers mean is up to the fault
 * @param none the degree of a healthy network
 * @param set sets the degree
 */
record NetworkFault(String name, List<? extends Number> degrees, Number none, Consumer<Number> set)
    implements Fault {
  @Override
  public Object choose(RandomGenerator random) {
    return degrees.get(random.nextInt(degrees.size()));
  }

  @Override
  public Object start(Object choice, RandomGenerator random) {
    set.accept((Number) choice);
    return choice;
  }

  @Override
  public Object stop() {
    set.accept(none);
    return Keyword.of("network-healed");
  }
}
