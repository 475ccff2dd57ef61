package glomers.workbench.nemesis;

import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Something that is wrong with the network as a whole, more or less so.
 *
 * @param name the fault's name
 * @param degrees how bad it may be: a number whose meaning is the fault's own
 * @param none the number for: not at all
 * @param set makes the network so
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
