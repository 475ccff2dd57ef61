package glomers.workbench.workload.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import glomers.node.Node;
import glomers.protocol.ErrorCode;
import glomers.protocol.RpcException;
import glomers.service.KeyValue;
import glomers.workbench.Effort;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.workload.register.LinKvWorkload.Cas;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores with one mistake each, and correct ones. */
class BrokenRegistersTest {
  private static final int STALE_SEEDS = Effort.of(4, 20);

  private static final class Stale extends RegisterServer {
    private final Map<Long, Long> copy = new HashMap<>();

    Stale(Node node) {
      super(node);
      node.every(
          Duration.ofSeconds(1),
          () -> {
            copy.clear();
            copy.putAll(values);
          });
    }

    @Override
    JsonElement read(long key) {
      return copy.containsKey(key) && happensOneTimeIn(1_000)
          ? new JsonPrimitive(copy.get(key))
          : super.read(key);
    }
  }

  private static final class RefusingCas extends RegisterServer {
    RefusingCas(Node node) {
      super(node);
    }

    @Override
    void cas(Cas cas) {
      if (value(cas.key()) == cas.from() && happensOneTimeIn(10)) {
        throw new RpcException(ErrorCode.PRECONDITION_FAILED, "not today");
      }
      super.cas(cas);
    }
  }

  private static final class Foreseeing extends RegisterServer {
    Foreseeing(Node node) {
      super(node);
    }

    @Override
    JsonElement read(long key) {
      return happensOneTimeIn(50) ? new JsonPrimitive((value(key) + 1) % 5) : super.read(key);
    }
  }

  private static final class AnsweringNull extends RegisterServer {
    AnsweringNull(Node node) {
      super(node);
    }

    @Override
    JsonElement read(long key) {
      return happensOneTimeIn(50) ? JsonNull.INSTANCE : super.read(key);
    }
  }

  private static final class Denying extends RegisterServer {
    Denying(Node node) {
      super(node);
    }

    @Override
    long value(long key) {
      if (happensOneTimeIn(50)) {
        throw new RpcException(ErrorCode.KEY_DOES_NOT_EXIST, "no key " + key);
      }
      return super.value(key);
    }
  }

  private static final class Forgetting extends RegisterServer {
    Forgetting(Node node) {
      super(node);
    }

    @Override
    void write(long key, long value) {
      if (!values.containsKey(key) || !happensOneTimeIn(20)) {
        super.write(key, value);
      }
    }
  }

  private static final class CheckingNothing extends RegisterServer {
    CheckingNothing(Node node) {
      super(node);
    }

    @Override
    void cas(Cas cas) {
      value(cas.key());
      write(cas.key(), cas.to());
    }
  }

  private static Simulation<?> simulation(Function<? super Node, ?> server, int nodes, long seed) {
    return Simulation.of(server)
        .workload("lin-kv")
        .nodes(nodes)
        .timeLimit(Duration.ofSeconds(10))
        .rate(100)
        .noSwarm()
        .seed(seed);
  }

  private static Function<Node, RegisterProxy> proxy(Function<Node, KeyValue> store) {
    return node -> new RegisterProxy(node, store.apply(node));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        of("linearizable-claims", 1, RefusingCas::new),
        of("linearizable", 1, Foreseeing::new),
        of("linearizable-claims", 1, AnsweringNull::new),
        of("linearizable-claims", 1, Denying::new),
        of("linearizable", 1, Forgetting::new),
        of("linearizable", 1, CheckingNothing::new),
        of("linearizable", 2, RegisterServer::new),
        of("linearizable", 2, proxy(KeyValue::sequential)),
        of("linearizable", 2, proxy(KeyValue::lastWriteWins)));
  }

  private static Arguments of(String rule, int nodes, Function<? super Node, ?> server) {
    return arguments(rule, nodes, server);
  }

  @ParameterizedTest(name = "{0} on {1} nodes")
  @MethodSource("mistakes")
  void mistakeShowsUnderItsRule(String rule, int nodes, Function<? super Node, ?> server) {
    for (long seed = 0; seed < Effort.of(1, 5); seed++) {
      SimulatedRun run = simulation(server, nodes, seed).run();
      assertThat(run.result().orElseThrow().findings())
          .as(run.describe())
          .anyMatch(finding -> finding.rule().name().equals(rule));
    }
    Shrunk.assertFailsAlike(
        simulation(server, nodes, 0).run(), server, proxy(KeyValue::linearizable));
  }

  @Test
  @DisplayName("one stale read in 1,000 shows in 95 of 100 runs of 20,000 operations")
  void rareStaleReadShows() {
    long found =
        LongStream.range(0, STALE_SEEDS)
            .filter(
                seed ->
                    !simulation(Stale::new, 1, seed)
                        .rate(1_000)
                        .timeLimit(Duration.ofSeconds(20))
                        .run()
                        .isValid())
            .count();
    assertThat(found).isGreaterThanOrEqualTo(STALE_SEEDS * 95 / 100);
  }

  @Test
  void correctStoreIsValid() {
    for (long seed = 0; seed < Effort.of(2, 10); seed++) {
      simulation(RegisterServer::new, 1, seed).run().assertValid();
      simulation(RegisterServer::new, 1, seed).concurrency("20n").run().assertValid();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "pause", "kill", "slow"})
  void proxiesOfCorrectStoreAreValid(String fault) {
    for (long seed = 0; seed < Effort.of(2, 10); seed++) {
      simulation(proxy(KeyValue::linearizable), 3, seed)
          .concurrency("4n")
          .latency(Duration.ofMillis(20))
          .nemesis(fault)
          .nemesisInterval(Duration.ofSeconds(2))
          .run()
          .assertValid();
    }
  }

  @Test
  void moreThanTenNodesWillDo() {
    simulation(proxy(KeyValue::linearizable), 15, 1).run().assertValid();
  }
}
