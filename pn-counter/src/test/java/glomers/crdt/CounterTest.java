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

/** Both workloads in virtual time. */
class CounterTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static Simulation<Server> simulation(String workload) {
    return Simulation.of(Server::new)
        .workload(workload)
        .nodes(3)
        .rate(100)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 2, thorough = 20)
  void passesUnderPartitionsForFewMessages(long seed) {
    for (String workload : new String[] {"pn-counter", "g-counter"}) {
      SimulatedRun run =
          simulation(workload)
              .nemesis("partition")
              .availability(1)
              .noSwarm()
              .seed(seed)
              .run()
              .assertValid();
      assertThat(run.serverMessagesPerOperation()).isLessThanOrEqualTo(0.1);
    }
  }

  @SeedTest(value = 2, thorough = 200)
  void nothingIsLostUnderAnyFaultOfTheNetwork(long seed) {
    simulation("pn-counter")
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
    simulation("pn-counter").nodes(nodes).nemesis("partition").latency(LATENCY).run().assertValid();
  }

  @Test
  @Tag("golden")
  void addsOnBothSidesOfPartitionAllCount() {
    Scenario<Server> scenario = Scenario.of(Server::new, 2, LATENCY, 1);
    scenario.advance(Duration.ofMillis(2500));
    scenario.note("Both nodes go on counting while they can't reach each other.");
    scenario.isolate("n1");
    scenario.call("n0", new Add(3), AddOk.class);
    scenario.call("n1", new Add(-1), AddOk.class);
    scenario.advance(Duration.ofSeconds(1));
    assertThat(scenario.call("n0", new Read(), ReadOk.class).value()).isEqualTo(3);
    scenario.heal();
    scenario.advance(Duration.ofSeconds(1));
    assertThat(scenario.call("n0", new Read(), ReadOk.class).value()).isEqualTo(2);
    assertThat(scenario.call("n1", new Read(), ReadOk.class).value()).isEqualTo(2);
    GoldenTrace.assertMatches(
        Path.of("src/test/resources/traces/partition.txt"), scenario, CounterTest::label);
  }

  private static String label(JsonObject body) {
    return body.has("state")
        ? BodyLabel.text(body.get("state"))
            .replaceAll("\\{increments:(\\d+) decrements:(\\d+)}", "$1/$2")
        : BodyLabel.of(body);
  }
}
