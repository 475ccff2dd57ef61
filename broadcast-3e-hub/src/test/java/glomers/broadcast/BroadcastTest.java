package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import glomers.node.Node;
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

  private static Server quickServer(Node node) {
    return new Server(node, new Settings(Duration.ZERO, Duration.ofMillis(180)));
  }

  private static Simulation<?> quick() {
    return Simulation.of(BroadcastTest::quickServer)
        .workload("broadcast")
        .nodes(25)
        .rate(100)
        .latency(LATENCY)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 1, thorough = 5)
  void meetsItsLimits(long seed) {
    SimulatedRun run = challenge().availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.6);
    assertThat(run.figure("stable latency, median, ms").orElseThrow()).isLessThan(1000);
    assertThat(run.figure("stable latency, maximum, ms").orElseThrow()).isLessThan(2000);
  }

  @SeedTest(value = 1, thorough = 5)
  void meetsItsLimitsWithQuickSettings(long seed) {
    SimulatedRun run = quick().availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(2.0);
    assertThat(run.figure("stable latency, median, ms").orElseThrow()).isLessThanOrEqualTo(300);
    assertThat(run.figure("stable latency, maximum, ms").orElseThrow()).isLessThanOrEqualTo(600);
  }

  @SeedTest(value = 1, thorough = 5)
  void losesNothingUnderPartitions(long seed) {
    challenge()
        .nemesis("partition")
        .nemesisInterval(Duration.ofSeconds(5))
        .recovery(Duration.ofSeconds(5))
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
  void survivesTheLossOfTheHub() {
    Scenario<?> scenario = Scenario.of(Server::new, 5, LATENCY, 1);
    scenario.crash("n0");
    scenario.call("n3", new Broadcast(1), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(5));
    for (int i = 1; i < 5; i++) {
      assertThat(scenario.call("n" + i, new Read(), ReadOk.class).messages()).containsExactly(1);
    }
  }

  @Test
  void failsOverUnderLoad() {
    Scenario<?> scenario = Scenario.of(Server::new, 5, LATENCY, 1);
    scenario.crash("n0");
    for (int value = 0; value < 80; value++) {
      scenario.send("n3", new Broadcast(value));
      scenario.advance(Duration.ofMillis(100));
      if (value >= 40) { // it has another hub by now, so all is as quick as ever
        assertThat(scenario.call("n4", new Read(), ReadOk.class).messages())
            .hasSizeGreaterThan(value - 20);
      }
    }
  }

  @Test
  void bothSidesOfAPartitionContinue() {
    Scenario<?> scenario = Scenario.of(Server::new, 6, LATENCY, 1);
    scenario.partition(List.of("n0", "n1", "n2"), List.of("n3", "n4", "n5"));
    scenario.call("n1", new Broadcast(1), BroadcastOk.class);
    scenario.call("n4", new Broadcast(4), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(12));
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).containsExactly(1);
    assertThat(scenario.call("n5", new Read(), ReadOk.class).messages()).containsExactly(4);
    scenario.heal();
    scenario.advance(Duration.ofSeconds(5));
    for (int i = 0; i < 6; i++) {
      assertThat(scenario.call("n" + i, new Read(), ReadOk.class).messages())
          .containsExactlyInAnyOrder(1, 4);
    }
  }

  @Test
  @Tag("golden")
  void forwardsAtTheTickOfTheHub() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n1 and n2 forward their values to the hub, n0, whose flush is the next tick:");
    scenario.note("0.8 s after it n2 forwards what it has got in the meantime.");
    scenario.call("n1", new Broadcast(1), BroadcastOk.class);
    scenario.call("n2", new Broadcast(2), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(1_600));
    scenario.call("n2", new Broadcast(3), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(1_150));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).messages()).contains(1, 2, 3);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/round.txt"), scenario, BroadcastTest::label);
  }

  @Test
  @DisplayName("a node dies with its first value; its second, which has got through, is not shown")
  void agreesWhenAValueDiedWithItsNode() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.isolate("n2");
    scenario.call("n2", new Broadcast(1), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(1_260));
    scenario.heal();
    scenario.call("n2", new Broadcast(2), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(50));
    scenario.crash("n2");
    scenario.advance(Duration.ofSeconds(1));
    scenario.restart("n2");
    scenario.call("n2", new Broadcast(3), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(5));
    for (int i = 0; i < 3; i++) {
      assertThat(scenario.call("n" + i, new Read(), ReadOk.class).messages()).containsExactly(3);
    }
  }

  @Test
  @Tag("golden")
  void repairsTheLossOfTheOnlyValue() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n1 forwards the value to the hub, n0, whose update for n2 is lost.");
    scenario.note(
        "Silence shows that: nodes send digests, and n1 sees in that of n2 what is missing.");
    scenario.partition(List.of("n0"), List.of("n2"));
    scenario.call("n1", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(1_500));
    scenario.heal();
    scenario.advance(Duration.ofMillis(1_000));
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
    return body.has("batch")
        ? "forward " + BodyLabel.text(body.getAsJsonObject("batch").get("values"))
        : BodyLabel.of(body);
  }
}
