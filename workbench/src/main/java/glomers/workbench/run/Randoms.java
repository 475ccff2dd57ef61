package glomers.workbench.run;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A source of randomness for each concern, all from one seed. Apart, so that one more draw by one
 * of them does not change what the others draw.
 */
record Randoms(long seed) {
  /** The source for this concern; the same name gives the same numbers again. */
  RandomGenerator of(String concern) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + concern.hashCode());
  }
}
