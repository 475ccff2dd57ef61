package glomers.uniqueids;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.workbench.report.picture.BodyLabel;
import glomers.workbench.simulation.GoldenTrace;
import glomers.workbench.simulation.Scenario;
import glomers.workbench.simulation.SeedTest;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The challenge in virtual time. */
class UniqueIdsTest {
  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("unique-ids")
        .nodes(3)
        .rate(1000)
        .timeLimit(Duration.ofSeconds(2));
  }

  @SeedTest(value = 3, thorough = 30)
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

  @SeedTest(value = 3, thorough = 30)
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

  @Test
  @Tag("golden")
  void answersAloneAndAfterRestart() {
    Scenario<?> scenario = Scenario.of(Server::new, 2, Duration.ofMillis(100), 1);
    scenario.note("Neither node needs the other. n1 draws new random bits when it restarts.");
    scenario.isolate("n1");
    Set<String> ids = new HashSet<>();
    ids.add(generate(scenario, "n0"));
    ids.add(generate(scenario, "n1"));
    scenario.crash("n1");
    scenario.restart("n1");
    ids.add(generate(scenario, "n1"));
    ids.add(generate(scenario, "n1"));
    assertThat(ids).hasSize(4);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/restart.txt"), scenario, UniqueIdsTest::label);
  }

  private static String generate(Scenario<?> scenario, String node) {
    String id = scenario.call(node, new Generate(), GenerateOk.class).id();
    scenario.advance(Duration.ofMillis(100));
    return id;
  }

  /** Four of the sixteen random digits are enough. */
  private static String label(JsonObject body) {
    return body.has("id")
        ? body.get("id").getAsString().replaceFirst("-(.{4})[0-9a-f]*-", "-$1…-")
        : BodyLabel.of(body);
  }
}
