package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A fault of some nodes. */
final class NodesFault implements Fault {
  private final String name;
  private final List<String> nodes;
  private final BiFunction<List<String>, RandomGenerator, FaultEvent> starts;
  private final Function<List<String>, FaultEvent> stops;
  private List<String> hit = List.of();

  /**
   * A fault that is not active.
   *
   * @param nodes those that it may hit
   * @param starts the event by which it begins for some nodes; may draw more
   * @param stops the event by which it ends for them
   */
  NodesFault(
      String name,
      List<String> nodes,
      BiFunction<List<String>, RandomGenerator, FaultEvent> starts,
      Function<List<String>, FaultEvent> stops) {
    this.name = name;
    this.nodes = nodes;
    this.starts = starts;
    this.stops = stops;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object choose(RandomGenerator random) {
    return Targets.choose(random);
  }

  @Override
  public FaultEvent start(Object choice, RandomGenerator random) {
    hit = Targets.pick(choice, nodes, random);
    return starts.apply(hit, random);
  }

  @Override
  public FaultEvent stop() {
    List<String> mended = hit;
    hit = List.of();
    return stops.apply(mended);
  }
}
