package glomers.workbench.network;

import glomers.workbench.time.Randoms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What is wrong with the network between servers at the moment. Messages from or to clients are
 * never disturbed. Each kind of disturbance draws from a source of randomness of its own.
 */
public final class Disturbance {
  private final RandomGenerator losing;
  private final RandomGenerator duplicating;
  private final RandomGenerator reordering;
  private final Map<String, Map<String, Set<String>>> cuts = new LinkedHashMap<>();
  private double loss;
  private double duplication;
  private long extraDelayNanosMax;
  private long slowness = 1;

  Disturbance(Randoms randoms) {
    losing = randoms.of("loss");
    duplicating = randoms.of("duplication");
    reordering = randoms.of("reordering");
  }

  /**
   * Cuts links. What one owner has cut, only that owner can mend, so that faults can overlap.
   *
   * @param owner takes the place of what the same owner has cut before
   * @param sourcesByReceiver for each receiver, from whom nothing gets through to it
   */
  public void cut(String owner, Map<String, Set<String>> sourcesByReceiver) {
    cuts.put(owner, Map.copyOf(sourcesByReceiver));
  }

  /** Mends what this owner has cut. */
  public void mend(String owner) {
    cuts.remove(owner);
  }

  boolean isCut(String src, String dest) {
    for (Map<String, Set<String>> each : cuts.values()) {
      if (each.getOrDefault(dest, Set.of()).contains(src)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Has messages get lost.
   *
   * @param probability of each to get lost, 0 to 1
   */
  public void lose(double probability) {
    loss = probability;
  }

  /**
   * Has messages arrive twice, the second time after a delay of its own.
   *
   * @param probability of each to be sent twice, 0 to 1
   */
  public void duplicate(double probability) {
    duplication = probability;
  }

  /**
   * Has messages overtake each other.
   *
   * @param delayNanosMax each takes up to that much longer, in nanoseconds; 0 for no such thing
   */
  public void reorder(long delayNanosMax) {
    extraDelayNanosMax = delayNanosMax;
  }

  /**
   * Has messages take longer.
   *
   * @param factor how many times as long, at least a millisecond each; 1 for no such thing
   */
  public void slowDown(long factor) {
    slowness = factor;
  }

  /** The delays after which copies of a message arrive: none if it is lost, two if duplicated. */
  List<Long> delaysNanos(Latency latency, RandomGenerator random) {
    List<Long> delays = new ArrayList<>(2);
    // Drawn for what is lost, too, and a copy draws from the source of duplication only: what
    // becomes of one message must not change how long the others take.
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
