package glomers.workbench.time;

import java.util.random.RandomGenerator;

/**
 * What chance decides in production and a simulation has to draw: the order of events at the same
 * time, how late timers are, what a node does first after a pause, and how often a store that may
 * answer from the past does so.
 */
public abstract class Interleaving {
  /** How late a timer may be: as long as it takes to wake a thread of a machine that is busy. */
  private static final long LATENESS_NANOS_MAX = 1_000_000;

  /** Events run in the order of their scheduling, and timers are never late. */
  public static final Interleaving NONE =
      new Interleaving() {
        @Override
        int rank(Lane lane, long timeNanos) {
          return 0;
        }

        @Override
        public long latenessNanos() {
          return 0;
        }

        @Override
        public boolean isTimerFirst(boolean isOlder) {
          return isOlder;
        }

        @Override
        public double staleness() {
          return 0;
        }
      };

  private Interleaving() {}

  /** Anything that production allows. */
  public static Interleaving of(Ties ties, RandomStreams streams) {
    return ties == Ties.SCHEDULED ? NONE : new Drawn(streams.of("interleaving"));
  }

  /** The place of an event among those of its time: the lower ones run first. */
  abstract int rank(Lane lane, long timeNanos);

  /** How much later than they are due the timers run that a node sets now. */
  public abstract long latenessNanos();

  /**
   * Whether a node that was paused turns to its oldest timer before its oldest message: its two
   * threads compete for the lock.
   *
   * @param isOlder whether the timer was due before the message came
   */
  public abstract boolean isTimerFirst(boolean isOlder);

  /**
   * The share of requests that a store answers from the oldest state that it may, 0 to 1; it
   * chooses any state for the others. The same for all of a run.
   */
  public abstract double staleness();

  private static final class Drawn extends Interleaving {
    private static final double[] STALENESS = {0, 0.9, 1};

    private final RandomGenerator random;
    private final double staleness;

    Drawn(RandomGenerator random) {
      this.staleness = STALENESS[random.nextInt(STALENESS.length)];
      this.random = random;
    }

    @Override
    int rank(Lane lane, long timeNanos) {
      return lane.rank(timeNanos, random.nextInt());
    }

    @Override
    public long latenessNanos() {
      return random.nextLong(LATENESS_NANOS_MAX);
    }

    @Override
    public boolean isTimerFirst(boolean isOlder) {
      return random.nextBoolean();
    }

    @Override
    public double staleness() {
      return staleness;
    }
  }
}
