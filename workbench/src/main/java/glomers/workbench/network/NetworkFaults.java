package glomers.workbench.network;

import glomers.workbench.time.RandomStreams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The faults of the network between servers, and between servers and services, that are active at
 * the moment. Messages from or to clients are never affected. Each kind of fault draws from a
 * source of randomness of its own.
 */
public final class NetworkFaults {
  private final RandomGenerator losing;
  private final RandomGenerator duplicating;
  private final RandomGenerator reordering;
  private final RandomGenerator servicing;
  private final Map<String, Map<String, Collection<String>>> partitions = new LinkedHashMap<>();
  private double loss;
  private double duplication;
  private long extraDelayNanosMax;
  private long slowness = 1;
  private double serviceLoss;
  private long serviceDelayNanosMax;

  NetworkFaults(RandomStreams streams) {
    losing = streams.of("loss");
    duplicating = streams.of("duplication");
    reordering = streams.of("reordering");
    servicing = streams.of("services");
  }

  /**
   * Partitions the network. Each owner has a partition of its own, so that faults can overlap.
   *
   * @param owner the name of the fault; its partition of before is replaced
   * @param sourcesByReceiver for each receiver, the nodes whose messages to it are dropped
   */
  public void partition(String owner, Map<String, ? extends Collection<String>> sourcesByReceiver) {
    partitions.put(owner, Map.copyOf(sourcesByReceiver));
  }

  /** Removes the partition of this owner. */
  public void heal(String owner) {
    partitions.remove(owner);
  }

  boolean isPartitioned(String src, String dest) {
    for (Map<String, Collection<String>> each : partitions.values()) {
      if (each.getOrDefault(dest, List.of()).contains(src)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Drops messages at random.
   *
   * @param probability of each message to be dropped, 0 to 1
   */
  public void lose(double probability) {
    loss = probability;
  }

  /**
   * Duplicates messages at random; the copy takes a delay of its own.
   *
   * @param probability of each message to be duplicated, 0 to 1
   */
  public void duplicate(double probability) {
    duplication = probability;
  }

  /**
   * Delays each message by a random time more, so that messages overtake each other.
   *
   * @param delayNanosMax the longest additional delay, in nanoseconds; 0 for none
   */
  public void reorder(long delayNanosMax) {
    extraDelayNanosMax = delayNanosMax;
  }

  /**
   * Multiplies delays.
   *
   * @param factor of each delay, which is at least 1 ms then; 1 for normal delays
   */
  public void slowDown(long factor) {
    slowness = factor;
  }

  /**
   * Delays each message from or to a service by a random time more.
   *
   * @param delayNanosMax the longest additional delay, in nanoseconds; 0 for none
   */
  public void slowServices(long delayNanosMax) {
    serviceDelayNanosMax = delayNanosMax;
  }

  /**
   * Drops messages from and to services at random.
   *
   * @param probability of each message to be dropped, 0 to 1
   */
  public void loseOfServices(double probability) {
    serviceLoss = probability;
  }

  /** The delay after which a message from or to a service arrives: none if it is lost. */
  List<Long> serviceDelaysNanos(Latency latency, RandomGenerator random) {
    long delayNanos = latency.drawNanos(random);
    if (serviceDelayNanosMax > 0) {
      delayNanos += servicing.nextLong(serviceDelayNanosMax + 1);
    }
    boolean isLost = serviceLoss > 0 && servicing.nextDouble() < serviceLoss;
    return isLost ? List.of() : List.of(delayNanos);
  }

  /** The delays after which copies of a message arrive: none if it is lost, two if duplicated. */
  List<Long> delaysNanos(Latency latency, RandomGenerator random) {
    List<Long> delays = new ArrayList<>(2);
    // A delay is drawn for a lost message, too, and a copy draws from the source of duplication
    // only: the fate of one message must not change the delays of the others.
    long delayNanos = delayNanos(latency, random, reordering);
    if (!isLost(losing)) {
      delays.add(delayNanos);
    }
    if (duplication > 0 && duplicating.nextDouble() < duplication) {
      long copyDelayNanos = delayNanos(latency, duplicating, duplicating);
      if (!isLost(duplicating)) {
        delays.add(copyDelayNanos);
      }
    }
    return delays;
  }

  private boolean isLost(RandomGenerator chance) {
    return loss > 0 && chance.nextDouble() < loss;
  }

  private long delayNanos(Latency latency, RandomGenerator random, RandomGenerator extra) {
    long delayNanos = latency.drawNanos(random);
    long slowed = slowness == 1 ? delayNanos : Math.max(delayNanos, 1_000_000) * slowness;
    return extraDelayNanosMax == 0 ? slowed : slowed + extra.nextLong(extraDelayNanosMax + 1);
  }
}
