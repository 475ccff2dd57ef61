package glomers.txnlist;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Rules;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.ServerFactory;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;

/** What shortcuts break, by its name. */
class ShortcutTest {
  private static Set<String> anomalies(ServerFactory<Shortcut> server, String model, long seed) {
    SimulatedRun run =
        Simulation.of(server)
            .workload("txn-list-append")
            .nodes(3)
            .concurrency("4n")
            .rate(100)
            .timeLimit(Duration.ofSeconds(5))
            .options(options -> options.consistencyModels(List.of(model)))
            .rules(Rules.MAELSTROM)
            .noSwarm() // enough happens in each run that the anomaly shows
            .seed(seed)
            .run();
    return run.result().orElseThrow().findings().stream()
        .map(finding -> finding.rule().name())
        .collect(Collectors.toSet());
  }

  @SeedTest(value = 3, thorough = 100)
  @DisplayName("reads from memory are stale, though all is serializable")
  void readsFromMemoryAreStale(long seed) {
    assertThat(anomalies(Shortcut::readsFromMemory, "strict-serializable", seed))
        .containsExactly("G-single-item-realtime");
    assertThat(anomalies(Shortcut::readsFromMemory, "serializable", seed)).isEmpty();
  }

  @SeedTest(value = 3, thorough = 100)
  @DisplayName("a sequential store answers from the past, even to a compare-and-set")
  void sequentialStoreIsStale(long seed) {
    assertThat(anomalies(Shortcut::sequentialStore, "strict-serializable", seed))
        .containsExactly("G-single-item-realtime");
    assertThat(anomalies(Shortcut::sequentialStore, "serializable", seed)).isEmpty();
  }

  @SeedTest(value = 3, thorough = 100)
  @DisplayName("two replicas hold two databases")
  void eventuallyConsistentStoreLosesUpdates(long seed) {
    assertThat(anomalies(Shortcut::eventuallyConsistentStore, "serializable", seed))
        .contains("incompatible-order");
  }
}
