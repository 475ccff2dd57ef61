package glomers.workbench.nemesis;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

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
                (hit, random) -> new FaultEvent.OneWayPartition(hit),
                hit -> new FaultEvent.Heal(FaultEvent.OneWayPartition.NAME)));
    network(Measure.LOSS, List.of(0.05, 0.2, 0.5));
    network(Measure.DUPLICATE, List.of(0.1, 0.5, 1.0));
    network(Measure.REORDER, List.of(10, 100, 1000));
    network(Measure.SLOW, List.of(2, 10, 50));
    network(Measure.STORE_SLOW, List.of(100, 1000, 10_000));
    network(Measure.STORE_LOST, List.of(0.05, 0.2, 0.5));
    nodes(Act.PAUSE, Act.RESUME);
    nodes(Act.KILL, Act.RESTART);
    ALL.put(Act.POWER_OFF.fault(), PowerFault::new);
    ALL.put(Act.SLOW_DISK.fault(), BrokenDisks::new);
    nodes(Act.CORRUPT, Act.RESTORE);
    ALL.put(
        FaultEvent.ClockRates.NAME,
        nodes ->
            new NodesFault(
                FaultEvent.ClockRates.NAME,
                nodes,
                Faults::drift,
                hit -> new FaultEvent.ClockRates(rates(hit, () -> 1.0))));
  }

  private Faults() {}

  private static void network(Measure measure, List<? extends Number> degrees) {
    ALL.put(measure.fault(), nodes -> new NetworkFault(measure, degrees));
  }

  private static void nodes(Act start, Act stop) {
    ALL.put(
        start.fault(),
        nodes -> new NodesFault(start.fault(), nodes, (hit, random) -> start.to(hit), stop::to));
  }

  /** Clocks run at rates of their own, from half to twice as fast. */
  private static FaultEvent drift(List<String> nodes, RandomGenerator random) {
    return new FaultEvent.ClockRates(
        rates(
            nodes,
            () -> {
              double factor = 1 + random.nextInt(1, 101) / 100.0;
              return random.nextBoolean() ? factor : Math.round(100 / factor) / 100.0;
            }));
  }

  private static Map<String, Double> rates(List<String> nodes, DoubleSupplier rate) {
    Map<String, Double> rates = new TreeMap<>();
    nodes.forEach(node -> rates.put(node, rate.getAsDouble()));
    return rates;
  }

  /** The names of those that only simulated nodes can have. */
  public static List<String> ofSimulation() {
    return List.of(Act.SLOW_DISK.fault(), Act.CORRUPT.fault(), FaultEvent.ClockRates.NAME);
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
