package glomers.workbench.simulation;

import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import glomers.workbench.fault.Unsynced;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The faults of a {@link Scenario}, each a verb. */
public interface FaultVerbs {
  /** The ids of all nodes. */
  List<String> nodes();

  /**
   * Begins or ends a fault, as a plan has it. There is one set of partitions: each is added to
   * those before, and any that heals heals all.
   */
  void inject(FaultEvent event);

  /** Partitions two groups of nodes, in both directions, besides those partitioned before. */
  default void partition(List<String> one, List<String> other) {
    inject(FaultEvent.Partition.between(one, other));
  }

  /** Drops messages from these nodes to that one, besides those dropped before. */
  default void cut(String receiver, List<String> sources) {
    inject(new FaultEvent.Partition(Map.of(receiver, sources)));
  }

  /** Partitions a node from all others. */
  default void isolate(String node) {
    List<String> others = nodes().stream().filter(id -> !id.equals(node)).toList();
    partition(List.of(node), others);
  }

  /** Removes all partitions. */
  default void heal() {
    inject(new FaultEvent.Heal(FaultEvent.Partition.NAME));
  }

  /** Drops messages between nodes at random, with this probability; 0 ends that. */
  default void lose(double probability) {
    inject(Measure.LOSS.to(probability));
  }

  /** Duplicates messages between nodes at random, with this probability; 0 ends that. */
  default void duplicate(double probability) {
    inject(Measure.DUPLICATE.to(probability));
  }

  /** Delays each message between nodes at random by up to this much more; zero ends that. */
  default void reorder(Duration delayMax) {
    inject(Measure.REORDER.to(delayMax.toMillis()));
  }

  /** Multiplies the latency between nodes, which is at least 1 ms then; 1 ends that. */
  default void slowDown(long factor) {
    inject(Measure.SLOW.to(factor));
  }

  /** Delays each message from or to a service at random by up to this much; zero ends that. */
  default void slowStores(Duration delayMax) {
    inject(Measure.STORE_SLOW.to(delayMax.toMillis()));
  }

  /**
   * Drops messages from and to services at random, with this probability; 0 ends that. A call
   * without an answer has taken effect, or has not.
   */
  default void loseStoreCalls(double probability) {
    inject(Measure.STORE_LOST.to(probability));
  }

  /**
   * Kills a node without warning; messages to it are lost. Of what it has written but not synced,
   * the beginning survives, up to a random byte.
   */
  default void crash(String node) {
    inject(Act.KILL.to(node));
  }

  /**
   * Kills a node without warning; messages to it are lost.
   *
   * @param left what survives of that which it has written but not synced
   */
  default void crash(String node, Unsynced left) {
    inject(Act.kill(left).to(node));
  }

  /**
   * Restarts a node that has crashed, and initialises it. It has what its storage has kept, and
   * otherwise empty memory.
   */
  default void restart(String node) {
    inject(Act.RESTART.to(node));
  }

  /** Pauses a node; messages to it wait. */
  default void pause(String node) {
    inject(Act.PAUSE.to(node));
  }

  /** Resumes a paused node. */
  default void resume(String node) {
    inject(Act.RESUME.to(node));
  }

  /** Crashes all nodes at once, as {@link #crash(String)} does. */
  default void powerOff() {
    inject(Act.POWER_OFF.to(nodes()));
  }

  /** Restarts all nodes after {@link #powerOff}. */
  default void powerOn() {
    inject(Act.POWER_ON.to(nodes()));
  }

  /** Lets each sync of a node take up to a second, until its disk is mended. */
  default void slowDisk(String node) {
    inject(Act.SLOW_DISK.to(node));
  }

  /** Lets the next write or sync of a node fail, which ends the node until its disk is mended. */
  default void failDisk(String node) {
    inject(Act.FAIL_DISK.to(node));
  }

  /** Fills the disk of a node, which ends the node when it writes, until its disk is mended. */
  default void fillDisk(String node) {
    inject(Act.FILL_DISK.to(node));
  }

  /** Mends the disk of a node, and restarts the node if it has ended because of its disk. */
  default void mendDisk(String node) {
    inject(Act.MEND_DISK.to(node));
  }

  /**
   * Crashes a node, flips a bit of what it has synced, and starts it again. A node that refuses to
   * start is down until its disk is restored.
   */
  default void corrupt(String node) {
    inject(Act.CORRUPT.to(node));
  }

  /** Flips the bits of a node's disk back, and restarts the node if it has refused to start. */
  default void restore(String node) {
    inject(Act.RESTORE.to(node));
  }

  /** Lets a node's clock run faster than time does, or slower; 1 ends that. */
  default void clockRate(String node, double rate) {
    inject(new FaultEvent.ClockRates(Map.of(node, rate)));
  }
}
