package glomers.workbench.time;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent streams of randomness, one for each concern, all from one seed: one more draw by one
 * concern does not change what the others draw.
 */
public record RandomStreams(long seed) {
  /** The stream of this concern; the same name gives the same numbers again. */
  public RandomGenerator of(String concern) {
    // Each step scrambles all bits. With a mere sum, the streams of two seeds could give the same
    // numbers, only shifted by a few positions.
    long mixed = new SplittableRandom(seed).nextLong();
    for (char letter : concern.toCharArray()) {
      mixed = new SplittableRandom(mixed + letter).nextLong();
    }
    return new SplittableRandom(mixed);
  }
}
