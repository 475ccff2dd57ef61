package glomers.workbench.nemesis;

import glomers.workbench.network.Network;
import glomers.workbench.network.NetworkFaults;
import java.util.List;

/** All faults, by name. Maelstrom knows partition only. A new one is a line here. */
public final class Faults {
  private static final List<String> NAMES =
      List.of(
          "partition",
          "one-way-partition",
          "loss",
          "duplicate",
          "reorder",
          "slow",
          "pause",
          "kill");

  private Faults() {}

  /** The names. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * A fault for one run.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Fault make(String name, Network network, NodeControl control, List<String> nodes) {
    NetworkFaults faults = network.faults();
    return switch (name) {
      case "partition" -> new Partition(network, nodes);
      case "one-way-partition" -> new OneWayPartition(faults, nodes);
      case "loss" ->
          new NetworkFault(name, List.of(0.05, 0.2, 0.5), 0.0, p -> faults.lose(p.doubleValue()));
      case "duplicate" ->
          new NetworkFault(
              name, List.of(0.1, 0.5, 1.0), 0.0, p -> faults.duplicate(p.doubleValue()));
      case "reorder" ->
          new NetworkFault(
              name,
              List.of(10, 100, 1000),
              0,
              millis -> faults.reorder(millis.longValue() * 1_000_000));
      case "slow" ->
          new NetworkFault(
              name, List.of(2, 10, 50), 1, factor -> faults.slowDown(factor.longValue()));
      case "pause" -> new Pause(control, nodes);
      case "kill" -> new Kill(control, nodes);
      default ->
          throw new IllegalArgumentException(
              "there is no fault " + name + "; there are " + String.join(", ", NAMES));
    };
  }
}
