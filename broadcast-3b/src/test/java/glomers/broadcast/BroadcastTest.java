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
import java.util.stream.LongStream;
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

  @SeedTest(value = 5, thorough = 50)
  void passesPartBefore(long seed) {
    challenge().nodes(1).availability(1).seed(seed).run().assertValid();
  }

  @SeedTest(value = 20, thorough = 200)
  void takesSixteenMessagesPerBroadcast(long seed) {
    SimulatedRun run = challenge().availability(1).seed(seed).run().assertValid();
    long broadcasts =
        run.history().clientOps().filter(Op::isOk).filter(op -> op.f().equals("broadcast")).count();
    assertThat(run.serverMessages()).isEqualTo(16 * broadcasts);
  }

  @SeedTest(value = 5, thorough = 50)
  void anyOrderAndNumberOfCopiesWillDo(long seed) {
    challenge()
        .latency(LATENCY)
        .nemesis("duplicate", "reorder", "slow", "pause")
        .nemesisInterval(Duration.ofSeconds(2))
        .seed(seed)
        .run()
        .assertValid();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "one-way-partition", "loss", "kill"})
  void neverRecoversLostValues(String fault) {
    Simulation<?> broken =
        challenge().latency(LATENCY).nemesis(fault).nemesisInterval(Duration.ofSeconds(2));
    assertThat(LongStream.range(0, 20).mapToObj(seed -> broken.seed(seed).run()))
        .as("runs of 20 seeds, some of which lose values")
        .anySatisfy(run -> assertThat(run.finding("missing-count")).isPresent());
  }

  @Test
  @Tag("golden")
  void floods() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n0 sends the new value to all others, and they to all but n0.");
    scenario.note("The messages between n1 and n2 are the price of not knowing who has it.");
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(1));
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).containsExactly(7);
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/flood.txt"), scenario);
  }

  @Test
  @Tag("golden")
  void losesValuesDuringAPartition() {
    Scenario<?> scenario = Scenario.of(Server::new, 3, LATENCY, 1);
    scenario.note("n2 is alone when the value is sent, and nobody ever sends it again.");
    scenario.isolate("n2");
    scenario.call("n0", new Broadcast(7), BroadcastOk.class);
    scenario.advance(Duration.ofSeconds(1));
    scenario.heal();
    scenario.advance(Duration.ofSeconds(10));
    assertThat(scenario.call("n1", new Read(), ReadOk.class).messages()).containsExactly(7);
    assertThat(scenario.call("n2", new Read(), ReadOk.class).messages()).isEmpty();
    GoldenTrace.assertMatches(Path.of("src/test/resources/traces/partition.txt"), scenario);
  }
}
