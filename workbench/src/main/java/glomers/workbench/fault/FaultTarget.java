package glomers.workbench.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What faults act on: the network between servers, and the nodes. For use within events only. */
public interface FaultTarget extends NodeControl {
  /**
   * Drops messages until the fault is healed.
   *
   * @param fault the name of the fault, whose partition of before is replaced
   * @param cuts for each receiver, the nodes whose messages to it are dropped
   */
  void partition(String fault, Map<String, List<String>> cuts);

  /**
   * Drops all messages between servers to these receivers until the fault is healed.
   *
   * @param fault the name of the fault, whose partition of before is replaced
   */
  void deafen(String fault, List<String> receivers);

  /** Removes the partition of the fault of this name. */
  void heal(String fault);

  /** Drops messages at random, with this probability; 0 ends that. */
  void lose(double probability);

  /** Duplicates messages at random, with this probability; 0 ends that. */
  void duplicate(double probability);

  /** Delays each message at random by up to this much more; zero ends that. */
  void reorder(Duration delayMax);

  /** Multiplies the latency, which is at least 1 ms then; 1 ends that. */
  void slowDown(long factor);

  /** Delays each message from or to a service at random by up to this much; zero ends that. */
  void slowStores(Duration delayMax);

  /** Drops messages from and to services at random, with this probability; 0 ends that. */
  void loseStoreCalls(double probability);
}
