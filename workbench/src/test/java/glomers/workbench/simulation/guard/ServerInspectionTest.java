package glomers.workbench.simulation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.guard.inspected.Bad;
import glomers.workbench.simulation.guard.inspected.Good;
import glomers.workbench.simulation.guard.inspected.Unrepeatable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerInspectionTest {
  @Test
  void findsNothingInReplayableServers() {
    ServerInspection inspection = ServerInspection.of(Good.class);
    assertThat(inspection.errors()).isEmpty();
    assertThat(inspection.warnings()).isEmpty();
  }

  @Test
  void namesStaticStateAndExits() {
    assertThat(ServerInspection.of(Bad.class).errors())
        .containsExactlyInAnyOrder(
            "Bad.new calls System.exit, which ends the process",
            "Helper.CACHE is static and can change: it is a java.util.HashMap",
            "Helper.next is static and can change");
  }

  @Test
  void warnsOfClocksThreadsAndRandomness() {
    assertThat(ServerInspection.of(Bad.class).warnings())
        .containsExactlyInAnyOrder(
            "Helper.help draws random numbers by ThreadLocalRandom.current; use node.random()",
            "Helper.help reads the clock by Instant.now; use node.now()",
            "Helper.help reads the environment by System.getenv; read it in Main",
            "Helper.help uses threads by CompletableFuture.runAsync; use node.after() or"
                + " node.every()");
  }

  @Test
  void warnsOfEachThingThatIsAnotherWhenDoneAgain() {
    assertThat(ServerInspection.of(Unrepeatable.class).warnings())
        .containsExactlyInAnyOrder(
            "Unrepeatable.shuffle draws random numbers by Collections.shuffle; use node.random()",
            "Unrepeatable.random draws random numbers by Math.random; use node.random()",
            "Unrepeatable.random draws random numbers by Random; use node.random()",
            "Unrepeatable.random draws random numbers by ThreadLocalRandom.current; use"
                + " node.random()",
            "Unrepeatable.generator draws random numbers by RandomGenerator.getDefault; use"
                + " node.random()",
            "Unrepeatable.id draws random numbers by UUID.randomUUID; use node.random()",
            "Unrepeatable.clock reads the clock by System.nanoTime; use node.now()",
            "Unrepeatable.clock reads the clock by System.currentTimeMillis; use node.now()",
            "Unrepeatable.clock reads the clock by Clock.systemUTC; use node.now()",
            "Unrepeatable.date reads the clock by Date; use node.now()",
            "Unrepeatable.parallel uses threads by List.parallelStream; do it one after the other",
            "Unrepeatable.parallel uses threads by IntStream.parallel; do it one after the other",
            "Unrepeatable.sleep uses threads by TimeUnit.sleep; use node.after() or node.every()");
  }

  @Test
  void refusesToSimulateStaticState() {
    Simulation<Bad> simulation =
        Simulation.of(Bad::new).workload("echo").timeLimit(Duration.ofSeconds(1));
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be simulated")
        .hasMessageContaining("Helper.next is static and can change");
    assertThatThrownBy(() -> Scenario.of(Bad::new, 1, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("calls System.exit");
  }
}
