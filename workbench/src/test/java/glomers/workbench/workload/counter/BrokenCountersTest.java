package glomers.workbench.workload.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import glomers.node.Node;
import glomers.workbench.Effort;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters with one mistake each, and a correct one. */
class BrokenCountersTest {
  private static final class CountingTwice extends CounterServer {
    CountingTwice(Node node) {
      super(node);
    }

    @Override
    boolean isNew(Update update) {
      return true; // what a retry sends is counted again
    }
  }

  private static final class SendingOnce extends CounterServer {
    SendingOnce(Node node) {
      super(node);
    }

    @Override
    void replicate(String peer, Update update) {
      node.send(peer, update);
    }
  }

  private static final class Forgetting extends CounterServer {
    private int updates;

    Forgetting(Node node) {
      super(node);
    }

    @Override
    void apply(Update update) {
      if (++updates % 50 != 0) {
        super.apply(update);
      }
    }
  }

  private static final class StaleInTheEnd extends CounterServer {
    private int updates;

    StaleInTheEnd(Node node) {
      super(node);
    }

    @Override
    void apply(Update update) {
      boolean isOwn = update.id().startsWith(node.id());
      if (isOwn || !node.id().equals("n1") || ++updates < 100) {
        super.apply(update);
      }
    }
  }

  private static final class Overstating extends CounterServer {
    private int reads;

    Overstating(Node node) {
      super(node);
    }

    @Override
    long read() {
      return ++reads == 3 ? 1_000_000 : super.read();
    }
  }

  private static final class MuteInTheEnd extends CounterServer {
    MuteInTheEnd(Node node) {
      super(node);
    }

    @Override
    long read() {
      if (node.id().equals("n1") && node.now().compareTo(Duration.ofSeconds(15)) > 0) {
        throw new IllegalStateException("n1 has lost its tongue");
      }
      return super.read();
    }
  }

  private static SimulatedRun run(
      String workload, Function<? super Node, ?> server, String fault, long seed) {
    return Simulation.of(server)
        .workload(workload)
        .nodes(3)
        .concurrency("2n")
        .timeLimit(Duration.ofSeconds(10))
        .rate(100)
        .latency(Duration.ofMillis(10))
        .nemesis(fault)
        .nemesisInterval(Duration.ofSeconds(2))
        .noSwarm()
        .seed(seed)
        .run();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        of("final-read", "loss", CountingTwice::new),
        of("final-read", "duplicate", CountingTwice::new),
        of("final-read", "partition", SendingOnce::new),
        of("final-read", "slow", Forgetting::new),
        of("final-read", "slow", StaleInTheEnd::new),
        of("impossible", "slow", Overstating::new),
        of("no-final-read", "slow", MuteInTheEnd::new));
  }

  private static Arguments of(String rule, String fault, Function<? super Node, ?> server) {
    return arguments(rule, fault, server);
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("mistakes")
  void mistakeShowsUnderItsRule(String rule, String fault, Function<? super Node, ?> server) {
    for (String workload : new String[] {"g-counter", "pn-counter"}) {
      for (long seed = 0; seed < Effort.of(1, 5); seed++) {
        SimulatedRun broken = run(workload, server, fault, seed);
        assertThat(broken.isValid()).isFalse();
        assertThat(broken.result().orElseThrow().findings())
            .as(broken.describe())
            .anyMatch(finding -> finding.rule().name().equals(rule));
      }
      Shrunk.assertFailsAlike(run(workload, server, fault, 0), server, CounterServer::new);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "loss", "duplicate", "reorder", "slow", "pause"})
  void correctServerIsValid(String fault) {
    for (long seed = 0; seed < Effort.of(2, 10); seed++) {
      run("g-counter", CounterServer::new, fault, seed).assertValid();
      run("pn-counter", CounterServer::new, fault, seed).assertValid();
    }
  }
}
