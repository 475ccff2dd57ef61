package glomers.workbench.simulation.shrink;

import glomers.workbench.network.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run as a list of steps.
 *
 * @param workload the workload's name
 * @param models that transactions must satisfy; empty for those of the workload
 * @param nodes the ids of the nodes
 * @param latency between them
 * @param seed of the choices that remain random
 * @param units what can be left out only as a whole: an operation, or a fault from its start to its
 *     stop
 */
record Script(
    String workload,
    List<String> models,
    List<String> nodes,
    Latency latency,
    long seed,
    List<Unit> units) {
  /** A step at its time, in milliseconds since the beginning. */
  record Timed(long millis, Step step) {}

  /** Steps that belong together. */
  record Unit(List<Timed> steps) {}

  /** All steps in the order of their times. */
  List<Timed> steps() {
    return units.stream()
        .flatMap(unit -> unit.steps().stream())
        .sorted(Comparator.comparingLong(Timed::millis))
        .toList();
  }

  /** How many operations there are. */
  long operations() {
    return steps().stream().filter(timed -> timed.step() instanceof Step.Invoke).count();
  }

  /** How many faults there are. */
  long faults() {
    return units.stream()
        .filter(
            unit ->
                unit.steps().stream()
                    .noneMatch(
                        timed ->
                            timed.step() instanceof Step.Invoke
                                || timed.step() instanceof Step.FinalPhase))
        .count();
  }

  Script with(List<Unit> others) {
    return new Script(workload, models, nodes, latency, seed, List.copyOf(others));
  }

  Script with(Latency other) {
    return new Script(workload, models, nodes, other, seed, units);
  }

  Script withSeed(long other) {
    return new Script(workload, models, nodes, latency, other, units);
  }

  /** The same without one node. */
  Script withoutNode(String node) {
    List<Unit> fewer = new ArrayList<>();
    for (Unit unit : units) {
      List<Timed> steps = new ArrayList<>();
      for (Timed timed : unit.steps()) {
        Optional<Step> step = timed.step().without(node, nodes);
        step.ifPresent(left -> steps.add(new Timed(timed.millis(), left)));
      }
      if (!steps.isEmpty()) {
        fewer.add(new Unit(steps));
      }
    }
    return new Script(workload, models, without(node, nodes), latency, seed, fewer);
  }

  /** These nodes without one. */
  static List<String> without(String node, List<String> nodes) {
    return nodes.stream().filter(other -> !other.equals(node)).toList();
  }
}
