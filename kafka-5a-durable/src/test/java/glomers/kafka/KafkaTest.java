package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.Unsynced;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time, and under faults. */
class KafkaTest {
  private static Simulation<Server> challenge() {
    return Simulation.of(Server::new)
        .workload("kafka")
        .nodes(1)
        .concurrency("2n")
        .rate(1_000)
        .timeLimit(Duration.ofSeconds(20));
  }

  private static Simulation<Server> under(String... faults) {
    return challenge()
        .concurrency("10n")
        .rate(10) // a client waits for 5 s when the node is down, so that it needs time
        .timeLimit(Duration.ofSeconds(300))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(2));
  }

  @SeedTest(value = 2, thorough = 5)
  void passesWithoutAnyMessage(long seed) {
    SimulatedRun run = challenge().seed(seed).run().assertValid();
    assertThat(run.serverMessages()).isZero();
  }

  @SeedTest(value = 10, thorough = 200)
  @DisplayName("the part before fails under the first of these faults")
  void survivesCrashes(long seed) {
    under("kill", "power", "disk", "clock").seed(seed).run().assertValid();
  }

  @SeedTest(value = 5, thorough = 50)
  @DisplayName("it refuses to start rather than serve what has changed on the disk")
  void neverServesWhatIsDamaged(long seed) {
    under("corruption").seed(seed).run().assertValid();
  }

  @Test
  @Tag("golden")
  @DisplayName("2 was not acknowledged; a part of it is on the disk, and is cut off")
  void keepsWhatItHasAcknowledged() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 3);
    scenario.diskLatency(Duration.ofMillis(5));
    scenario.note(
        "1 is synced and acknowledged. Of 2 a part is on the disk when the node crashes.");
    scenario.call("n0", new Send("k", 1), SendOk.class);
    scenario.send("n0", new Send("k", 2));
    scenario.advance(Duration.ofMillis(3));
    scenario.crash("n0");
    scenario.advance(Duration.ofMillis(2));
    scenario.restart("n0");
    assertThat(scenario.log("n0")).singleElement().asString().contains("cut off");
    assertThat(scenario.call("n0", new Poll(Map.of("k", 0L)), PollOk.class).msgs())
        .isEqualTo(Map.of("k", List.of(List.of(0L, 1L))));
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/crash.txt"), scenario, BodyLabel::of);
  }

  @Test
  @DisplayName("a message that a crash may take back is shown to nobody")
  void showsOnlyWhatIsSynced() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.diskLatency(Duration.ofMillis(10));
    scenario.send("n0", new Send("k", 1));
    scenario.advance(Duration.ofMillis(5));
    Poll poll = new Poll(Map.of("k", 0L));
    assertThat(scenario.call("n0", poll, PollOk.class).msgs()).isEmpty();
    scenario.advance(Duration.ofMillis(30));
    assertThat(scenario.call("n0", poll, PollOk.class).msgs()).hasSize(1);
  }

  @Test
  void committedOffsetsSurviveAndNeverFall() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ofMillis(1), 1);
    scenario.call("n0", new CommitOffsets(Map.of("a", 7L)), CommitOffsetsOk.class);
    scenario.call("n0", new CommitOffsets(Map.of("a", 5L, "b", 0L)), CommitOffsetsOk.class);
    scenario.crash("n0", Unsynced.LOST);
    scenario.restart("n0");
    assertThat(
            scenario
                .call(
                    "n0",
                    new ListCommittedOffsets(List.of("a", "b", "c")),
                    ListCommittedOffsetsOk.class)
                .offsets())
        .isEqualTo(Map.of("a", 7L, "b", 0L));
  }

  @Test
  @DisplayName("a hundred sends at once are one sync, not a hundred")
  void commitsInGroups() {
    Scenario<Server> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.call("n0", new Send("k", 0), SendOk.class);
    scenario.diskLatency(Duration.ofMillis(10));
    Duration before = scenario.now();
    for (int message = 1; message <= 100; message++) {
      scenario.send("n0", new Send("k", message));
    }
    scenario.call("n0", new Send("k", 101), SendOk.class);
    assertThat(scenario.now().minus(before)).isLessThanOrEqualTo(Duration.ofMillis(20));
  }
}
