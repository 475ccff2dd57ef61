package glomers.workbench.time;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A source of randomness for each concern, all from one seed. Apart, so that one more draw by one
 * of them does not change what the others draw.
 */
public record Randoms(long seed) {
  /** The source for this concern; the same name gives the same numbers again. */
  public RandomGenerator of(String concern) {
    // Each step scrambles all bits. A mere sum would not do: the sources of two seeds could then
    // give the same numbers, only moved by a few places.
    long mixed = new SplittableRandom(seed).nextLong();
    for (char letter : concern.toCharArray()) {
      mixed = new SplittableRandom(mixed + letter).nextLong();
    }
    return new SplittableRandom(mixed);
  }
}
