package org.example.ids;

import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;

class ServerTest {
  @SeedTest(100)
  void idsAreUniqueUnderPartitions(long seed) {
    Simulation.of(Server::new)
        .workload("unique-ids")
        .nodes(3)
        .rate(100)
        .nemesis("partition")
        .timeLimit(Duration.ofSeconds(20))
        .availability(1)
        .seed(seed)
        .run()
        .assertValid();
  }
}
