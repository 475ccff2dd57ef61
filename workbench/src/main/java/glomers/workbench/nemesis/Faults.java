package glomers.workbench.nemesis;

import glomers.workbench.fault.FaultEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All faults, by name. Maelstrom knows partition, kill and pause only. */
public final class Faults {
  private static final Map<String, Function<List<String>, Fault>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(FaultEvent.Partition.NAME, Partition::new);
    ALL.put(
        FaultEvent.OneWayPartition.NAME,
        nodes ->
            new NodesFault(
                FaultEvent.OneWayPartition.NAME,
                nodes,
                FaultEvent.OneWayPartition::new,
                hit -> new FaultEvent.Heal(FaultEvent.OneWayPartition.NAME)));
    network(
        FaultEvent.Loss.NAME,
        List.of(0.05, 0.2, 0.5),
        degree -> new FaultEvent.Loss(degree.doubleValue()),
        new FaultEvent.Loss(0));
    network(
        FaultEvent.Duplicate.NAME,
        List.of(0.1, 0.5, 1.0),
        degree -> new FaultEvent.Duplicate(degree.doubleValue()),
        new FaultEvent.Duplicate(0));
    network(
        FaultEvent.Reorder.NAME,
        List.of(10, 100, 1000),
        degree -> new FaultEvent.Reorder(degree.longValue()),
        new FaultEvent.Reorder(0));
    network(
        FaultEvent.Slow.NAME,
        List.of(2, 10, 50),
        degree -> new FaultEvent.Slow(degree.longValue()),
        new FaultEvent.Slow(1));
    network(
        FaultEvent.StoreSlow.NAME,
        List.of(100, 1000, 10_000),
        degree -> new FaultEvent.StoreSlow(degree.longValue()),
        new FaultEvent.StoreSlow(0));
    network(
        FaultEvent.StoreLost.NAME,
        List.of(0.05, 0.2, 0.5),
        degree -> new FaultEvent.StoreLost(degree.doubleValue()),
        new FaultEvent.StoreLost(0));
    nodes(FaultEvent.Pause.NAME, FaultEvent.Pause::new, FaultEvent.Resume::new);
    nodes(FaultEvent.Kill.NAME, FaultEvent.Kill::new, FaultEvent.Restart::new);
    ALL.put(FaultEvent.PowerOff.NAME, PowerFault::new);
    ALL.put(FaultEvent.BreakDisk.NAME, BrokenDisks::new);
    nodes(FaultEvent.Corrupt.NAME, FaultEvent.Corrupt::new, FaultEvent.Restore::new);
    ALL.put(FaultEvent.ClockRates.NAME, DriftingClocks::new);
  }

  private Faults() {}

  private static void network(
      String name,
      List<? extends Number> degrees,
      Function<Number, FaultEvent> starts,
      FaultEvent stop) {
    ALL.put(name, nodes -> new NetworkFault(name, degrees, starts, stop));
  }

  private static void nodes(
      String name,
      Function<List<String>, FaultEvent> starts,
      Function<List<String>, FaultEvent> stops) {
    ALL.put(name, nodes -> new NodesFault(name, nodes, starts, stops));
  }

  /** The names of those that only simulated nodes can have. */
  public static List<String> ofSimulation() {
    return List.of(FaultEvent.BreakDisk.NAME, FaultEvent.Corrupt.NAME, FaultEvent.ClockRates.NAME);
  }

  /** The names. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * A fault for one run of these nodes.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Fault make(String name, List<String> nodes) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException(
          "there is no fault " + name + "; there are " + String.join(", ", names()));
    }
    return ALL.get(name).apply(List.copyOf(nodes));
  }
}
