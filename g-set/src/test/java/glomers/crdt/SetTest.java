package glomers.crdt;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workload in virtual time. */
class SetTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static Simulation<Server> simulation() {
    return Simulation.of(Server::new)
        .workload("g-set")
        .nodes(3)
        .rate(100)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 2, thorough = 10)
  void passesUnderPartitionsForFewMessages(long seed) {
    SimulatedRun run =
        simulation().nemesis("partition").availability(1).noSwarm().seed(seed).run().assertValid();
    assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.1);
  }

  @SeedTest(value = 2, thorough = 10)
  void nothingIsLostUnderAnyFaultOfTheNetwork(long seed) {
    simulation()
        .rate(20)
        .latency(LATENCY)
        .nemesis("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow")
        .nemesisInterval(Duration.ofSeconds(2))
        .availability(1)
        .seed(seed)
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 8})
  void anyNumberOfNodesWillDo(int nodes) {
    simulation().rate(20).nodes(nodes).nemesis("partition").latency(LATENCY).run().assertValid();
  }

  @Test
  @Tag("golden")
  void laterStateMakesUpForLostOne() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, LATENCY, 1);
    scenario.note("The state that holds 7 is lost; the next one holds 7, too.");
    scenario.isolate("n1");
    scenario.call("n0", new Add(7), AddOk.class);
    scenario.advance(Duration.ofMillis(1_500));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).value()).isEmpty();
    scenario.heal();
    scenario.call("n1", new Add(8), AddOk.class);
    scenario.advance(Duration.ofSeconds(1));
    for (String node : new String[] {"n0", "n1"}) {
      assertThat(scenario.call(node, new Read(), ReadOk.class).value())
          .containsExactlyInAnyOrder(7L, 8L);
    }
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/gossip.txt"), scenario, SetTest::label);
  }

  private static String label(JsonObject body) {
    return body.has("state")
        ? BodyLabel.text(body.get("state")).replace('[', '{').replace(']', '}')
        : BodyLabel.of(body);
  }
}
