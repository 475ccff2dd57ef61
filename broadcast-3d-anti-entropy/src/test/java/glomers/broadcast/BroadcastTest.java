package glomers.broadcast;

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
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The challenge in virtual time. */
class BroadcastTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("broadcast")
        .nodes(25)
        .rate(100)
        .latency(LATENCY)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 1, thorough = 5)
  void meetsItsLimits(long seed) {
    SimulatedRun run = challenge().availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(12.5);
    assertThat(run.figure("stable latency, median, ms").orElseThrow()).isLessThanOrEqualTo(100);
    assertThat(run.figure("stable latency, maximum, ms").orElseThrow()).isLessThanOrEqualTo(150);
  }

  @SeedTest(value = 1, thorough = 5)
  void losesNothingUnderPartitions(long seed) {
    challenge()
        .nemesis("partition")
        .nemesisInterval(Duration.ofSeconds(5))
        .recovery(Duration.ofSeconds(3))
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 1, thorough = 5)
  void losesNothingUnderNetworkFaults(long seed) {
    challenge()
        .timeLimit(Duration.ofSeconds(10))
        .nemesis("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow", "pause")
        .nemesisInterval(Duration.ofSeconds(3))
        .recovery(Duration.ofSeconds(20))
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 3, thorough = 50)
  @DisplayName("a node that is killed loses what it has acknowledged in the last 8 s at most")
  void killsLoseLittle(long seed) {
    challenge()
        .options(options -> options.lossWindow(Duration.ofSeconds(8)))
        .swarm(claims -> claims.nodes(1, 25).faults(List.of("kill")))
        .seed(seed)
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void worksWithAnyNumberOfNodes(int nodes) {
    challenge().nodes(nodes).run().assertValid();
    challenge().nodes(nodes).nemesis("partition", "loss").run().assertValid();
  }

  @Test
  void failsTheNextChallenge() {
    assertThat(challenge().run().serverMessagesPerOperation()).isGreaterThan(2.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 9_000, 17_000, 24_500})
  void deliversSoonAfterHealInSilence(long millis) {
    Scenario<?> scenario = Scenario.of(Server::new, 5, LATENCY, 1);
    scenario.isolate("n4");
    scenario.call("n0", new Broadcast(1), BroadcastOk.class);
    scenario.call("n4", new Broadcast(2), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(millis));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(3));
    for (int i = 0; i < 5; i++) {
      assertThat(scenario.call("n" + i, new Read(), ReadOk.class).messages())
          .containsExactlyInAnyOrder(1, 2);
    }
  }

  @Test
  @DisplayName("a node dies with its first value; its second, which has got through, is not shown")
  void agreesWhenAValueDiedWithItsNode() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.isolate("n0");
    scenario.call("n0", new Broadcast(1), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(110));
    scenario.heal();
    scenario.call("n0", new Broadcast(2), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(50));
    scenario.crash("n0");
    scenario.advance(Duration.ofSeconds(1));
    scenario.restart("n0");
    scenario.call("n0", new Broadcast(3), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(5));
    for (int i = 0; i < 3; i++) {
      assertThat(scenario.call("n" + i, new Read(), ReadOk.class).messages()).containsExactly(3);
    }
  }

  @Test
  @Tag("golden")
  void repairsTheLossOfTheOnlyValue() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("The update for n2 is lost. It is the only value: no gap shows that.");
    scenario.note("Silence does: nodes send digests, and n1 sees in that of n2 what is missing.");
    scenario.partition(List.of("n0"), List.of("n2"));
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(500));
    scenario.heal();
    scenario.advance(Duration.ofMillis(1_500));
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).containsExactly(7);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/repair.txt"), scenario, BroadcastTest::label);
  }

  private static String label(JsonObject body) {
    if (body.has("batches")) {
      StringJoiner values = new StringJoiner(" ");
      body.getAsJsonArray("batches")
          .forEach(batch -> values.add(BodyLabel.text(batch.getAsJsonObject().get("values"))));
      return (body.get("repaired").getAsBoolean() ? "repair " : "update ") + values;
    }
    return BodyLabel.of(body);
  }
}
