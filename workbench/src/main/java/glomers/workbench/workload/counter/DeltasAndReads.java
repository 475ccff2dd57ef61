package glomers.workbench.workload.counter;

import glomers.workbench.session.Session.Invocation;
import glomers.workbench.workload.Variation;
import glomers.workbench.workload.Workload.FinalPhase;
import glomers.workbench.workload.Workload.Generator;
import glomers.workbench.workload.Workload.Turn;
import java.util.Optional;

/**
 * Adds a delta to a counter, or reads it, as often unless options say otherwise; reads it in the
 * end. A delta below the least one is drawn anew, and so is the coin, as in Maelstrom: if no delta
 * may be negative, a third of the operations are adds.
 *
 * @param deltaMin no delta is less
 */
record DeltasAndReads(long deltaMin, Variation variation) implements Generator {
  private static final Invocation READ = new Invocation("read", null);
  private static final long DELTA_MIN = -5;
  private static final long DELTA_MAX = 4;

  /** What large deltas are multiples of: sums of a few small ones are too often the same. */
  private static final long LARGE = 1_000_000;

  @Override
  public Optional<Invocation> next(Turn turn) {
    while (variation.isWrite(turn.random())) {
      long delta = turn.random().nextLong(DELTA_MIN, DELTA_MAX + 1);
      if (delta >= deltaMin) {
        boolean isLarge = variation.drawn();
        long more = isLarge ? turn.random().nextLong(LARGE) : 0;
        return Optional.of(new Invocation("add", isLarge ? delta * LARGE + more : delta));
      }
    }
    return Optional.of(READ);
  }

  @Override
  public Optional<FinalPhase> finalPhase() {
    return Optional.of(FinalPhase.oncePerWorker(READ));
  }
}
