package glomers.workbench.simulation.shrink;

import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something that a scenario does at one time. */
sealed interface Step {
  /** Does it. */
  void apply(Scenario<?> scenario);

  /** The statements that do it, in Java. */
  List<String> source();

  /**
   * The same for fewer nodes.
   *
   * @param without the id of the node that is left out
   * @param nodes the ids of the nodes with it
   * @return empty if nothing is left to do
   */
  Optional<Step> without(String without, List<String> nodes);

  /** A worker begins an operation of the workload. */
  record Invoke(int worker, String f, Object value) implements Step {
    @Override
    public void apply(Scenario<?> scenario) {
      scenario.invoke(worker, f, value);
    }

    @Override
    public List<String> source() {
      return List.of(
          "scenario.invoke(%d, %s, %s);"
              .formatted(worker, JavaLiteral.of(f), JavaLiteral.of(value)));
    }

    @Override
    public Optional<Step> without(String without, List<String> nodes) {
      int index = worker % nodes.size();
      int left = nodes.indexOf(without);
      if (index == left) {
        return Optional.empty();
      }
      // Another number, by which it talks to the same node as before.
      int moved = index > left ? index - 1 : index;
      int round = worker / nodes.size();
      return Optional.of(new Invoke(round * (nodes.size() - 1) + moved, f, value));
    }
  }

  /** All that follows belongs to the final phase. */
  record FinalPhase() implements Step {
    @Override
    public void apply(Scenario<?> scenario) {
      scenario.finalPhase();
    }

    @Override
    public List<String> source() {
      return List.of("scenario.finalPhase();");
    }

    @Override
    public Optional<Step> without(String without, List<String> nodes) {
      return Optional.of(this);
    }
  }

  /**
   * Drops messages from now on, besides those dropped before.
   *
   * @param cuts not empty; for each receiver, the nodes whose messages to it are dropped
   */
  record Cut(Map<String, List<String>> cuts) implements Step {
    /** Two groups that hear nothing of each other. */
    private record Sides(List<String> one, List<String> other) {}

    @Override
    public void apply(Scenario<?> scenario) {
      sides()
          .ifPresentOrElse(
              sides -> scenario.partition(sides.one(), sides.other()),
              () -> cuts.forEach(scenario::cut));
    }

    @Override
    public List<String> source() {
      return sides()
          .map(
              sides ->
                  List.of(
                      "scenario.partition(%s, %s);"
                          .formatted(JavaLiteral.of(sides.one()), JavaLiteral.of(sides.other()))))
          .orElseGet(
              () ->
                  cuts.entrySet().stream()
                      .map(
                          cut ->
                              "scenario.cut(%s, %s);"
                                  .formatted(
                                      JavaLiteral.of(cut.getKey()), JavaLiteral.of(cut.getValue())))
                      .toList());
    }

    /** The two groups, if that is all that is dropped. */
    private Optional<Sides> sides() {
      List<String> one = cuts.values().iterator().next();
      List<String> other = cuts.getOrDefault(one.get(0), List.of());
      Map<String, List<String>> whole = new TreeMap<>();
      one.forEach(node -> whole.put(node, other));
      other.forEach(node -> whole.put(node, one));
      return whole.equals(cuts) ? Optional.of(new Sides(other, one)) : Optional.empty();
    }

    @Override
    public Optional<Step> without(String without, List<String> nodes) {
      Map<String, List<String>> fewer = new TreeMap<>();
      cuts.forEach(
          (receiver, sources) -> {
            List<String> left = Script.without(without, sources);
            if (!left.isEmpty() && !receiver.equals(without)) {
              fewer.put(receiver, left);
            }
          });
      return fewer.isEmpty() ? Optional.empty() : Optional.of(new Cut(fewer));
    }
  }

  /** Ends all partitions. */
  record Heal() implements Step {
    @Override
    public void apply(Scenario<?> scenario) {
      scenario.heal();
    }

    @Override
    public List<String> source() {
      return List.of("scenario.heal();");
    }

    @Override
    public Optional<Step> without(String without, List<String> nodes) {
      return Optional.of(this);
    }
  }

  /**
   * An action on nodes one by one: {@code crash}, {@code restart}, {@code pause}, {@code resume}.
   */
  record ToNodes(String verb, List<String> nodes) implements Step {
    @Override
    public void apply(Scenario<?> scenario) {
      for (String node : nodes) {
        switch (verb) {
          case "crash" -> scenario.crash(node);
          case "restart" -> scenario.restart(node);
          case "pause" -> scenario.pause(node);
          default -> scenario.resume(node);
        }
      }
    }

    @Override
    public List<String> source() {
      return nodes.stream()
          .map(node -> "scenario.%s(%s);".formatted(verb, JavaLiteral.of(node)))
          .toList();
    }

    @Override
    public Optional<Step> without(String without, List<String> all) {
      List<String> left = Script.without(without, nodes);
      return left.isEmpty() ? Optional.empty() : Optional.of(new ToNodes(verb, left));
    }
  }

  /** Sets a fault of the network as a whole to a degree. */
  record Degree(String fault, Number degree) implements Step {
    @Override
    public void apply(Scenario<?> scenario) {
      switch (fault) {
        case "loss" -> scenario.lose(degree.doubleValue());
        case "duplicate" -> scenario.duplicate(degree.doubleValue());
        case "reorder" -> scenario.reorder(Duration.ofMillis(degree.longValue()));
        default -> scenario.slowDown(degree.longValue());
      }
    }

    @Override
    public List<String> source() {
      return List.of(
          switch (fault) {
            case "loss" -> "scenario.lose(%s);".formatted(degree.doubleValue());
            case "duplicate" -> "scenario.duplicate(%s);".formatted(degree.doubleValue());
            case "reorder" ->
                "scenario.reorder(Duration.ofMillis(%d));".formatted(degree.longValue());
            default -> "scenario.slowDown(%d);".formatted(degree.longValue());
          });
    }

    @Override
    public Optional<Step> without(String without, List<String> nodes) {
      return Optional.of(this);
    }
  }
}
