package glomers.workbench.fault;

import glomers.workbench.edn.EdnForm;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A fault begins or ends. */
public sealed interface FaultEvent extends EdnForm {
  /** The name by which options ask for the fault. */
  String fault();

  /** Whether the fault begins; if not, it ends. */
  boolean begins();

  /** Carries the event out. */
  void applyTo(FaultTarget target);

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

  private static List<String> others(List<String> nodes, String without) {
    return nodes.stream().filter(node -> !node.equals(without)).toList();
  }

  private static Optional<FaultEvent> toSome(
      List<String> nodes, String without, Function<List<String>, FaultEvent> event) {
    List<String> left = others(nodes, without);
    return left.isEmpty() ? Optional.empty() : Optional.of(event.apply(left));
  }

  /** An event by which a fault begins. */
  sealed interface Start extends FaultEvent {
    @Override
    default boolean begins() {
      return true;
    }
  }

  /** An event by which a fault ends. */
  sealed interface Stop extends FaultEvent {
    @Override
    default boolean begins() {
      return false;
    }
  }

  /** A fault of the network as a whole changes its degree, which may be that of no fault. */
  sealed interface Degree extends FaultEvent {}

  /**
   * Messages between some nodes are dropped.
   *
   * @param cuts for each receiver, the nodes whose messages to it are dropped; keeps its order
   */
  record Partition(Map<String, List<String>> cuts) implements Start {
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
    public void applyTo(FaultTarget target) {
      target.partition(NAME, cuts);
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
  record OneWayPartition(List<String> receivers) implements Start {
    public static final String NAME = "one-way-partition";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.deafen(NAME, receivers);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(receivers, node, OneWayPartition::new);
    }
  }

  /** The partition of the fault of this name ends. */
  record Heal(String fault) implements Stop {
    @Override
    public void applyTo(FaultTarget target) {
      target.heal(fault);
    }
  }

  /** Messages are dropped at random from now on, with this probability. */
  record Loss(double probability) implements Degree {
    public static final String NAME = "loss";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return probability > 0;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.lose(probability);
    }
  }

  /** Messages are duplicated at random from now on, with this probability. */
  record Duplicate(double probability) implements Degree {
    public static final String NAME = "duplicate";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return probability > 0;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.duplicate(probability);
    }
  }

  /**
   * Each message takes up to this much longer from now on, so that messages overtake each other.
   */
  record Reorder(long millisMax) implements Degree {
    public static final String NAME = "reorder";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return millisMax > 0;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.reorder(Duration.ofMillis(millisMax));
    }
  }

  /** Each message takes this many times as long from now on. */
  record Slow(long factor) implements Degree {
    public static final String NAME = "slow";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return factor != 1;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.slowDown(factor);
    }
  }

  /**
   * Each message from or to a service takes up to this much longer from now on. A node can't tell a
   * service that is slow from one that is gone.
   */
  record StoreSlow(long millisMax) implements Degree {
    public static final String NAME = "store-slow";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return millisMax > 0;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.slowStores(Duration.ofMillis(millisMax));
    }
  }

  /**
   * Messages from and to services are lost at random from now on, with this probability: a call
   * without an answer has taken effect, or has not.
   */
  record StoreLost(double probability) implements Degree {
    public static final String NAME = "store-lost";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public boolean begins() {
      return probability > 0;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.loseStoreCalls(probability);
    }
  }

  /** Nodes are killed without warning; messages to them are lost. */
  record Kill(List<String> nodes) implements Start {
    public static final String NAME = "kill";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::kill);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Kill::new);
    }
  }

  /** Nodes that were killed start again, with empty memory. */
  record Restart(List<String> nodes) implements Stop {
    @Override
    public String fault() {
      return Kill.NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::restart);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Restart::new);
    }
  }

  /** Nodes are paused; messages to them wait. */
  record Pause(List<String> nodes) implements Start {
    public static final String NAME = "pause";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::pause);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Pause::new);
    }
  }

  /** Nodes that were paused go on. */
  record Resume(List<String> nodes) implements Stop {
    @Override
    public String fault() {
      return Pause.NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::resume);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Resume::new);
    }
  }
}
