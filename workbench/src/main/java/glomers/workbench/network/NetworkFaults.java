package glomers.workbench.network;

import glomers.workbench.fault.Measure;
import glomers.workbench.time.RandomStreams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

  /** A fault of the network as a whole has this degree from now on. */
  public void set(Measure measure, double value) {
    switch (measure) {
      case LOSS -> loss = value;
      case DUPLICATE -> duplication = value;
      case REORDER -> extraDelayNanosMax = TimeUnit.MILLISECONDS.toNanos((long) value);
      case SLOW -> slowness = (long) value;
      case STORE_SLOW -> serviceDelayNanosMax = TimeUnit.MILLISECONDS.toNanos((long) value);
      case STORE_LOST -> serviceLoss = value;
    }
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
