package glomers.workbench.fault;

import glomers.workbench.edn.EdnForm;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** The nodes that lose, or may lose, what they have in memory. */
  default List<String> crashed() {
    return List.of();
  }

  /** Whether it changes nothing in a cluster of so many nodes. */
  default boolean isIdle(int nodes) {
    return false;
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
  sealed interface Degree extends FaultEvent {
    @Override
    default boolean isIdle(int nodes) {
      return nodes == 1; // no messages are between servers
    }
  }

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

    @Override
    public boolean isIdle(int nodes) {
      return cuts.values().stream().allMatch(List::isEmpty);
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
    public boolean isIdle(int nodes) {
      return nodes == 1 || receivers.isEmpty();
    }

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

  /**
   * Nodes are killed without warning; messages to them are lost.
   *
   * @param left what is left of that which simulated nodes have written but not synced
   */
  record Kill(List<String> nodes, Unsynced left) implements Start {
    public static final String NAME = "kill";

    /** Nodes are killed, and may have torn files. */
    public Kill(List<String> nodes) {
      this(nodes, Unsynced.TORN);
    }

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(node -> target.kill(node, left));
    }

    @Override
    public List<String> crashed() {
      return nodes;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, others -> new Kill(others, left));
    }
  }

  /** Nodes that were killed start again, with what they have kept. */
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

  /** The power of these nodes, which are all, is cut. */
  record PowerOff(List<String> nodes) implements Start {
    public static final String NAME = "power";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.powerOff(nodes);
    }

    @Override
    public List<String> crashed() {
      return nodes;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, PowerOff::new);
    }
  }

  /** The power is back, and nodes start again with what they have kept. */
  record PowerOn(List<String> nodes) implements Stop {
    @Override
    public String fault() {
      return PowerOff.NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      target.powerOn(nodes);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, PowerOn::new);
    }
  }

  /** The disks of nodes break. A node whose disk fails, or is full, ends when it writes. */
  record BreakDisk(DiskFault how, List<String> nodes) implements Start {
    public static final String NAME = "disk";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(node -> target.breakDisk(node, how));
    }

    @Override
    public List<String> crashed() {
      return how == DiskFault.SLOW ? List.of() : nodes;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, left -> new BreakDisk(how, left));
    }
  }

  /** The disks of nodes are mended; a node that has ended because of its disk starts again. */
  record MendDisk(List<String> nodes) implements Stop {
    @Override
    public String fault() {
      return BreakDisk.NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::mendDisk);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, MendDisk::new);
    }
  }

  /** Nodes crash, a bit of what they have synced is flipped, and they start again. */
  record Corrupt(List<String> nodes) implements Start {
    public static final String NAME = "corruption";

    @Override
    public String fault() {
      return NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::corrupt);
    }

    @Override
    public List<String> crashed() {
      return nodes;
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Corrupt::new);
    }
  }

  /** The bits are flipped back; a node that has refused to start starts again. */
  record Restore(List<String> nodes) implements Stop {
    @Override
    public String fault() {
      return Corrupt.NAME;
    }

    @Override
    public void applyTo(FaultTarget target) {
      nodes.forEach(target::restore);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      return toSome(nodes, node, Restore::new);
    }
  }

  /**
   * The clocks of some nodes run faster or slower from now on.
   *
   * @param rates how fast, by node; 1 for as fast as the others
   */
  record ClockRates(Map<String, Double> rates) implements Degree {
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
    public void applyTo(FaultTarget target) {
      rates.forEach(target::clockRate);
    }

    @Override
    public Optional<FaultEvent> without(String node) {
      Map<String, Double> fewer = new TreeMap<>(rates);
      fewer.remove(node);
      return fewer.isEmpty() ? Optional.empty() : Optional.of(new ClockRates(fewer));
    }
  }
}
