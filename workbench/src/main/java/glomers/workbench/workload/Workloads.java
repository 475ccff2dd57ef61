package glomers.workbench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** All workloads, by name. A new one is a class of its own and a line here. */
public final class Workloads {
  private static final Map<String, BiFunction<List<String>, Topology, Workload>> BY_NAME =
      new TreeMap<>(
          Map.of(
              "echo", (nodes, topology) -> new EchoWorkload(),
              "unique-ids", (nodes, topology) -> new UniqueIdsWorkload(),
              "broadcast", BroadcastWorkload::new));

  private Workloads() {}

  /** The names, sorted. */
  public static List<String> names() {
    return new ArrayList<>(BY_NAME.keySet());
  }

  /**
   * A workload for one run.
   *
   * @param nodes the ids of the nodes
   * @param topology how they are to be connected, for a workload that tells them
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Workload make(String name, List<String> nodes, Topology topology) {
    BiFunction<List<String>, Topology, Workload> make = BY_NAME.get(name);
    if (make == null) {
      throw new IllegalArgumentException(
          "there is no workload " + name + "; there are " + String.join(", ", names()));
    }
    return make.apply(nodes, topology);
  }
}
