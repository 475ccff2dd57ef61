package glomers.uniqueids;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;

/** The challenge in virtual time. */
class UniqueIdsTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("unique-ids")
        .nodes(3)
        .rate(1000)
        .timeLimit(Duration.ofSeconds(2));
  }

  @SeedTest(30)
  void passesItsChallengeUnderPartitionsWithTotalAvailability(long seed) {
    SimulatedRun run =
        challenge()
            .nemesis("partition")
            .nemesisInterval(Duration.ofMillis(300))
            .availability(1)
            .seed(seed)
            .run()
            .assertValid();
    assertThat(run.serverMessages()).isZero();
  }

  @SeedTest(30)
  void idsAreUniqueOverRestarts(long seed) {
    SimulatedRun run =
        challenge()
            .concurrency(30)
            .timeLimit(Duration.ofSeconds(30))
            .rate(100)
            .nemesis("kill", "pause", "loss", "duplicate", "reorder", "slow", "one-way-partition")
            .nemesisInterval(Duration.ofSeconds(2))
            .seed(seed)
            .run();
    assertThat(run.finding("duplicated-count")).contains(0);
    assertThat((Number) run.finding("acknowledged-count").orElseThrow())
        .extracting(Number::longValue)
        .satisfies(count -> assertThat(count).isGreaterThan(100));
  }
}
