package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.workbench.run.TestServers;
import glomers.workbench.shrink.Shrunk;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that show under a fault only: some seed of 1,000 finds each, and finds it again. */
class BrokenServersAreCaughtTest {
  private static final int SEEDS = 1_000;

  private static SimulatedRun run(Consumer<? super Node> server, String fault, long seed) {
    return simulation(server, fault, seed).latency(Duration.ofMillis(100)).run();
  }

  private static Simulation<?> simulation(Consumer<? super Node> server, String fault, long seed) {
    return Simulation.of(TestServers.server(server))
        .workload("broadcast")
        .nodes(3)
        .timeLimit(Duration.ofSeconds(10))
        .rate(5)
        .nemesis(fault)
        .nemesisInterval(Duration.ofSeconds(2))
        .noSwarm()
        .seed(seed);
  }

  static Stream<Arguments> mistakes() {
    Consumer<Node> forgetting = Gossip.Forgetting::new;
    Consumer<Node> waiting = Gossip.Waiting::new;
    Consumer<Node> stale = Gossip.Stale::new;
    return Stream.of(
        Arguments.of("duplicate", forgetting),
        Arguments.of("loss", waiting),
        Arguments.of("kill", stale));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeAloneMakesSeedFail(String fault, Consumer<Node> broken) {
    long found =
        LongStream.range(0, SEEDS)
            .filter(seed -> !run(broken, fault, seed).isValid())
            .filter(seed -> run(Gossip::new, fault, seed).isValid())
            .findFirst()
            .orElseThrow();
    Shrunk.assertFailsAlike(
        run(broken, fault, found), TestServers.server(broken), TestServers.server(Gossip::new));
    String failure = run(broken, fault, found).describe();
    assertThat(failure).contains("seed " + found + ": invalid\n\nWhat is wrong:\n");
    assertThat(run(broken, fault, found).describe()).isEqualTo(failure);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void withoutTheFaultTheMistakeDoesNotShow(String fault, Consumer<Node> broken) {
    String other = fault.equals("duplicate") ? "reorder" : "duplicate";
    LongStream.range(0, 5).forEach(seed -> simulation(broken, other, seed).run().assertValid());
  }
}
