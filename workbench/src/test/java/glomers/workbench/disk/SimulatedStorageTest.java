package glomers.workbench.disk;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.disk.Keeper.Begin;
import glomers.workbench.disk.Keeper.Keep;
import glomers.workbench.disk.Keeper.KeepOk;
import glomers.workbench.disk.Keeper.Kept;
import glomers.workbench.disk.Keeper.KeptOk;
import glomers.workbench.simulation.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A server that keeps numbers, on simulated disks. */
class SimulatedStorageTest {
  private static Scenario<Keeper> scenario(long seed) {
    return Scenario.of(Keeper::new, 1, Duration.ofMillis(1), seed);
  }

  private static List<Long> keptByRestarted(Scenario<Keeper> scenario) {
    scenario.crash("n0");
    scenario.restart("n0");
    return scenario.call("n0", new Kept(), KeptOk.class).values();
  }

  @Test
  void restartedNodeFindsWhatWasSynced() {
    Scenario<Keeper> scenario = scenario(1);
    scenario.call("n0", new Keep(1), KeepOk.class);
    scenario.call("n0", new Keep(2), KeepOk.class);
    assertThat(keptByRestarted(scenario)).containsExactly(1L, 2L);
    scenario.call("n0", new Keep(3), KeepOk.class);
    assertThat(keptByRestarted(scenario)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void syncTakesDiskLatency() {
    Scenario<Keeper> scenario = scenario(1);
    scenario.call("n0", new Keep(1), KeepOk.class); // makes the file
    scenario.diskLatency(Duration.ofMillis(20));
    Duration before = scenario.now();
    scenario.call("n0", new Keep(2), KeepOk.class);
    assertThat(scenario.now().minus(before)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void crashLeavesSomePrefixOfUnsynced() {
    TreeSet<Integer> counts = new TreeSet<>();
    for (long seed = 0; seed < 50; seed++) {
      Scenario<Keeper> scenario = scenario(seed);
      scenario.call("n0", new Keep(0), KeepOk.class);
      for (long value = 1; value <= 3; value++) {
        scenario.send("n0", new Begin(value));
      }
      scenario.advance(Duration.ofNanos(1));
      List<Long> kept = keptByRestarted(scenario);
      assertThat(kept).isEqualTo(List.of(0L, 1L, 2L, 3L).subList(0, kept.size()));
      counts.add(kept.size());
    }
    assertThat(counts).containsExactly(1, 2, 3, 4);
  }
}
