package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.Op;
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

/** The challenge in virtual time. */
class BroadcastTest {
  private static final Duration LATENCY = Duration.ofMillis(100);

  private static Simulation<?> challenge() {
    return Simulation.of(Server::new)
        .workload("broadcast")
        .nodes(5)
        .rate(10)
        .timeLimit(Duration.ofSeconds(20));
  }

  @SeedTest(value = 3, thorough = 30)
  void passesPartBeforeForTwiceTheMessages(long seed) {
    SimulatedRun run = challenge().availability(1).seed(seed).run().assertValid();
    long broadcasts =
        run.history().clientOps().filter(Op::isOk).filter(op -> op.f().equals("broadcast")).count();
    assertThat(run.serverMessages()).isEqualTo(2 * 16 * broadcasts);
  }

  @SeedTest(value = 2, thorough = 20)
  void nothingIsLostUnderPartitions(long seed) {
    challenge()
        .latency(LATENCY)
        .nemesis("partition")
        .nemesisInterval(Duration.ofSeconds(3))
        .availability(1)
        .seed(seed)
        .run()
        .assertValid();
  }

  @SeedTest(value = 2, thorough = 20)
  void losesNothingUnderNetworkFaults(long seed) {
    challenge()
        .latency(LATENCY)
        .nemesis("partition", "one-way-partition", "loss", "duplicate", "reorder", "slow", "pause")
        .nemesisInterval(Duration.ofSeconds(2))
        .seed(seed)
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void anyNumberOfNodesWillDo(int nodes) {
    challenge().nodes(nodes).nemesis("partition").latency(LATENCY).run().assertValid();
  }

  @Test
  void failsTheNextChallenge() {
    SimulatedRun run =
        challenge().nodes(25).rate(100).latency(LATENCY).timeLimit(Duration.ofSeconds(5)).run();
    assertThat(run.assertValid().serverMessagesPerOperation()).isGreaterThan(4 * 12.5);
  }

  @Test
  @Tag("golden")
  void sendsAgainUntilAcknowledged() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n2 is alone when the value is sent. n0 and n1 get no acknowledgement from it,");
    scenario.note("and send again after 1 s and a random delay.");
    scenario.isolate("n2");
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofMillis(500));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(3));
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).containsExactly(7);
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/retry.txt"), scenario);
  }
}
