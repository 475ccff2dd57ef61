package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.storage.Disk;
import glomers.workbench.simulation.ServerFactory;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whether the faults find what could be wrong with a server that keeps something, or its storage.
 */
class MutantsTest {
  private static final int SEEDS = 100;

  private static <S> void assertFound(
      String problem, ServerFactory<S> server, UnaryOperator<Disk> mistake, String... faults) {
    assertThat(LongStream.range(0, SEEDS))
        .as("seeds whose runs fail by %s", problem)
        .anyMatch(
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
                    .run()
                    .problem()
                    .contains(problem));
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
  @DisplayName("the name of a new file is not synced")
  void findsMissingSyncOfFolder() {
    assertFound("lost-write", Server::new, BrokenDisks.Nameless::new, "power");
  }
}
