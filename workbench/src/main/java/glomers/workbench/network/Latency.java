package glomers.workbench.network;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How long messages between servers take.
 *
 * @param shape how the delays are distributed
 * @param meanMillis their mean, in milliseconds; 0 or more
 */
public record Latency(Shape shape, long meanMillis) {
  /** How delays are distributed around their mean. */
  public enum Shape {
    /** All alike. */
    CONSTANT,
    /** Whole milliseconds from 0 to twice the mean. */
    UNIFORM,
    /** Mostly short, now and then long; cut to whole milliseconds. */
    EXPONENTIAL;

    /** The name as options have it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No delay at all. */
  public static final Latency NONE = new Latency(Shape.CONSTANT, 0);

  /** The delay of one message, in nanoseconds. */
  long drawNanos(RandomGenerator random) {
    long millis =
        switch (shape) {
          case CONSTANT -> meanMillis;
          case UNIFORM -> random.nextLong(2 * meanMillis + 1);
          case EXPONENTIAL -> (long) (meanMillis * random.nextExponential());
        };
    return millis * 1_000_000;
  }
}
