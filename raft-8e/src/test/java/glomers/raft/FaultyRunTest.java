package glomers.raft;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import org.junit.jupiter.api.DisplayName;

/** The right Raft in the runs that find the broken ones. */
class FaultyRunTest {
  @SeedTest(value = 20, thorough = 200)
  @DisplayName("with low limits, too, everything holds")
  void findsNothing(long seed) {
    SimulatedRun run =
        FaultyRun.of(seed)
            .sometimes(
                "a leader was deposed with uncommitted entries", Invariants::leaderWasDeposed)
            .sometimes("a vote was split", Invariants::voteIsSplit)
            .sometimes("a follower needed a snapshot", Invariants::snapshotIsNeeded)
            .run();
    assertThat(FaultyRun.findingOf(run)).isEmpty();
  }
}
