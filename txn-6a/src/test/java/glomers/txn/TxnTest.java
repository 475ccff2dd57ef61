package glomers.txn;

import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;

/** The challenge in virtual time. */
class TxnTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("txn-rw-register")
        .nodes(1)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20))
        .availability(1);
  }

  @SeedTest(5)
  void oneNodeIsStrictlySerializable(long seed) {
    challenge().seed(seed).run().assertValid();
  }
}
