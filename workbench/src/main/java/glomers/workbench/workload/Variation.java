package glomers.workbench.workload;

import glomers.workbench.time.Ties;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a test differs from Maelstrom's, which has no silences and as many writes as reads.
 *
 * @param silence the mean length of the silences in which no operation begins, and of the time
 *     between two of them; zero for none
 * @param writes how many of a hundred operations are writes, in workloads that read and write
 * @param ties the order of events at the same time, in virtual time
 * @param drawn whether settings were drawn
 * @param amountDrawn whether it was drawn, too, how much happens: that may be too little to judge
 */
public record Variation(
    Duration silence, int writes, Ties ties, boolean drawn, boolean amountDrawn) {
  /** As Maelstrom's tests are. */
  public static final Variation NONE =
      new Variation(Duration.ZERO, 50, Ties.SCHEDULED, false, false);

  /** Whether the next operation is a write. */
  public boolean isWrite(RandomGenerator random) {
    return writes == NONE.writes ? random.nextBoolean() : random.nextInt(100) < writes;
  }
}
