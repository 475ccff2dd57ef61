package glomers.workbench.fault;

import glomers.workbench.edn.EdnForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fault begins or ends. */
public sealed interface FaultEvent extends EdnForm {
  /** The name by which options ask for the fault. */
  String fault();

  /** Whether the fault begins; if not, it ends. */
  boolean begins();

  /** The name under which histories have the event. */
  default String function() {
    return (begins() ? "start-" : "stop-") + fault();
  }

  @Override
  default Object toEdn() {
    return FaultEdn.of(this);
  }

  /** The same in a cluster without this node; empty if nothing is left of it. */
  default Optional<FaultEvent> without(String node) {
    return Optional.of(this);
  }

  /** The nodes that lose, or may lose, what they have in memory. */
  default List<String> crashed() {
    return List.of();
  }

  /** Whether it changes nothing in a cluster of so many nodes. */
  default boolean isIdle(int nodes) {
    return false;
  }

  /**
   * The same as a scenario has verbs for it: with one node each where that is possible.
   *
   * @param ids of all nodes
   */
  default List<FaultEvent> parts(List<String> ids) {
    return List.of(this);
  }

  private static List<String> others(List<String> nodes, String without) {
    return nodes.stream().filter(node -> !node.equals(without)).toList();
  }

  /**
   * Messages between some nodes are dropped.
   *
   * @param cuts for each receiver, the nodes whose messages to it are dropped; keeps its order
   */
  record Partition(Map<String, List<String>> cuts) implements FaultEvent {
    public static final String NAME = "partition";

    /** Two groups that receive nothing from each other. */
    public record Sides(List<String> one, List<String> other) {}

    public Partition {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      cuts.forEach((receiver, sources) -> copy.put(receiver, List.copyOf(sources)));
      cuts = Collections.unmodifiableMap(copy);
    }

    /** A partition between two groups of nodes, in both directions. */
    public static Partition between(List<String> one, List<String> other) {
      Map<String, List<String>> cuts = new LinkedHashMap<>();
      one.forEach(node -> cuts.put(node, other));
      other.forEach(node -> cuts.put(node, one));
      return new Partition(cuts);
    }

    @Override
    public boolean isIdle(int nodes) {
      return cutsNothing();
    }

    /** Whether all messages pass, as some shapes leave it with few nodes. */
    public boolean cutsNothing() {
      return cuts.values().stream().allMatch(List::isEmpty);
    }

    @Override
    public List<FaultEvent> parts(List<String> ids) {
      return sides().isPresent()
          ? List.of(this)
          : cuts.entrySet().stream()
              .<FaultEvent>map(cut -> new Partition(Map.of(cut.getKey(), cut.getValue())))
              .toList();
    }

    /** The two groups, if nothing is dropped but what they send each other. */
    public Optional<Sides> sides() {
      List<String> other = cuts.isEmpty() ? List.of() : cuts.values().iterator().next();
      List<String> one = other.isEmpty() ? List.of() : cuts.getOrDefault(other.get(0), List.of());
      boolean isAll = !one.isEmpty() && between(one, other).cuts.equals(cuts);
      return isAll ? Optional.of(new Sides(one, other)) : Optional.empty();
    }

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return true;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      Map<String, List<String>> fewer = new LinkedHashMap<>();
      cuts.forEach(
          (receiver, sources) -> {
            List<String> left = others(sources, node);
            if (!receiver.equals(node) && !left.isEmpty()) {
              fewer.put(receiver, left);
            }
          });
      return fewer.isEmpty() ? Optional.empty() : Optional.of(new Partition(fewer));
    }
  }

  /**
   * Some nodes receive nothing from the others, but can still send to them.
   *
   * @param receivers sorted
   */
  record OneWayPartition(List<String> receivers) implements FaultEvent {
    public static final String NAME = "one-way-partition";

    /** For each receiver, the nodes whose messages to it are dropped: all others. */
    public Map<String, List<String>> cuts(List<String> ids) {
      Map<String, List<String>> cuts = new LinkedHashMap<>();
      receivers.forEach(receiver -> cuts.put(receiver, others(ids, receiver)));
      return cuts;
    }

    @Override
    public List<FaultEvent> parts(List<String> ids) {
      List<FaultEvent> parts = new ArrayList<>();
      cuts(ids).forEach((to, from) -> parts.add(new Partition(Map.of(to, from))));
      return parts;
    }

    @Override
    public boolean isIdle(int nodes) {
      return nodes == 1 || receivers.isEmpty();
    }

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return true;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      List<String> left = others(receivers, node);
      return left.isEmpty() ? Optional.empty() : Optional.of(new OneWayPartition(left));
    }
  }

  /** The partition of the fault of this name ends. */
  record Heal(String fault) implements FaultEvent {
    @Override
    public boolean begins() {
      return false;
    }

    @Override
    public List<FaultEvent> parts(List<String> ids) {
      return List.of(new Heal(Partition.NAME)); // those of a scenario are all of this fault
    }
  }

  /**
   * A fault of the network as a whole has this degree from now on, which may be that of no fault.
   *
   * @param of what it changes
   */
  record Degree(Measure of, double value) implements FaultEvent {
    @Override
    public String fault() {
      return of.fault();
    }

    @Override
    public boolean begins() {
      return !of.isUsual(value);
    }

    @Override
    public boolean isIdle(int nodes) {
      return nodes == 1 && !of.isOfServices(); // no messages are between servers
    }

    /** The value, without a fraction where there is none. */
    public Number number() {
      return of.number(value);
    }
  }

  /** Something happens to nodes, or to their disks. */
  record OfNodes(Act act, List<String> nodes) implements FaultEvent {
    public OfNodes {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String fault() {
      return act.fault();
    }

    @Override
    public boolean begins() {
      return act.begins();
    }

    @Override
    public List<String> crashed() {
      return act.isCrash() ? nodes : List.of();
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      List<String> left = others(nodes, node);
      return left.isEmpty() ? Optional.empty() : Optional.of(act.to(left));
    }

    @Override
    public List<FaultEvent> parts(List<String> ids) {
      return act == Act.POWER_OFF || act == Act.POWER_ON
          ? List.of(this)
          : nodes.stream().<FaultEvent>map(act::to).toList();
    }
  }

  /**
   * The clocks of some nodes run faster or slower from now on.
   *
   * @param rates how fast, by node; 1 for as fast as the others
   */
  record ClockRates(Map<String, Double> rates) implements FaultEvent {
    public static final String NAME = "clock";

    public ClockRates {
      rates = Collections.unmodifiableMap(new TreeMap<>(rates));
    }

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return rates.values().stream().anyMatch(rate -> rate != 1);
    }

    @Override
    public List<FaultEvent> parts(List<String> ids) {
      return rates.entrySet().stream()
          .<FaultEvent>map(clock -> new ClockRates(Map.of(clock.getKey(), clock.getValue())))
          .toList();
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      Map<String, Double> fewer = new TreeMap<>(rates);
      fewer.remove(node);
      return fewer.isEmpty() ? Optional.empty() : Optional.of(new ClockRates(fewer));
    }
  }
}
