package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.simulation.DiskLayer;
import glomers.workbench.simulation.ServerFactory;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whether the faults find what could be wrong with a server that keeps something, or its storage.
 */
class MutantsTest {
  private static final int SEEDS = 100;

  private static <S> SimulatedRun assertFound(
      String problem, ServerFactory<S> server, DiskLayer mistake, String... faults) {
    Optional<SimulatedRun> found =
        LongStream.range(0, SEEDS)
            .mapToObj(
                seed ->
                    Simulation.of(server)
                        .disks(mistake)
                        .workload("kafka")
                        .nodes(1)
                        .concurrency("10n")
                        .rate(100)
                        .timeLimit(Duration.ofSeconds(20))
                        .nemesis(faults)
                        .nemesisInterval(Duration.ofSeconds(2))
                        .seed(seed)
                        .run())
            .filter(run -> run.problem().contains(problem))
            .findFirst();
    assertThat(found).as("a run that fails by %s", problem).isPresent();
    return found.get();
  }

  @Test
  void findsMissingSync() {
    assertFound("lost-write", BrokenServers.NeverSyncs::new, disk -> disk, "kill");
  }

  @Test
  void findsSyncAfterAcknowledgement() {
    assertFound("lost-write", BrokenServers.SyncsTooLate::new, disk -> disk, "kill");
  }

  @Test
  @DisplayName("a record's checksum is not looked at")
  void findsMissingChecksum() {
    assertFound("inconsistent-offsets", Server::new, BrokenDisks.Unchecked::new, "corruption");
  }

  @Test
  @DisplayName("new records are written behind the rest of a torn one")
  void findsTornTailThatIsNotCut() {
    assertFound("wrong checksum", Server::new, BrokenDisks.Uncut::new, "kill");
  }

  @Test
  @DisplayName("the name of a new file is not synced; the shortest run has the same disk")
  void findsMissingSyncOfFolder() {
    SimulatedRun run = assertFound("lost-write", Server::new, BrokenDisks.Nameless::new, "power");
    assertThat(run.shrink(progress -> {}).run().orElseThrow().source().method())
        .contains("new Latency(Latency.Shape.CONSTANT, 0), ", "L, BrokenDisks.Nameless::new)");
  }
}
