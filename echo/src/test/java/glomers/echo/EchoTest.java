package glomers.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time. */
class EchoTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new).workload("echo").nodes(1).timeLimit(Duration.ofSeconds(10));
  }

  @SeedTest(value = 10, thorough = 100)
  void passesItsChallenge(long seed) {
    SimulatedRun run = challenge().availability(1).seed(seed).run().assertValid();
    assertThat(run.serverMessages()).isZero();
  }

  @SeedTest(value = 5, thorough = 50)
  void isUnmovedByWhatHappensBetweenServers(long seed) {
    challenge()
        .nodes(5)
        .nemesis("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow")
        .nemesisInterval(Duration.ofSeconds(1))
        .availability(1)
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 5, thorough = 50)
  void answersCorrectlyDespiteKillsAndPauses(long seed) {
    SimulatedRun run =
        challenge()
            .nodes(5)
            .rate(50)
            .timeLimit(Duration.ofSeconds(60))
            .nemesis("kill", "pause")
            .nemesisInterval(Duration.ofSeconds(2))
            .seed(seed)
            .run();
    assertThat(run.history().clientOps().filter(op -> op.isOk()))
        .as("operations that succeeded")
        .isNotEmpty()
        .allSatisfy(
            op ->
                assertThat(op.value().toString())
                    .contains(run.history().invocation(op).value().toString()));
  }

  @Test
  @Tag("golden")
  void sendsBackWhatItReceives() {
    Scenario<?> scenario = Scenario.of(Server::new, 1, Duration.ZERO, 1);
    scenario.note("The node sends each value back as it was.");
    for (JsonElement value : List.of(new JsonPrimitive("hello"), new JsonPrimitive(7))) {
      assertThat(scenario.call("n0", new Echo(value), EchoOk.class).echo()).isEqualTo(value);
    }
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/echo.txt"), scenario);
  }
}
