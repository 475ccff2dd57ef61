package glomers.workbench.workload.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import glomers.node.Node;
import glomers.protocol.Codec;
import glomers.protocol.RpcException;
import glomers.workbench.Effort;
import glomers.workbench.session.ScriptedRpc;
import glomers.workbench.shrink.Shrunk;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets with one mistake each, and a correct one. */
class BrokenSetsTest {
  private static final class Inventing extends SetServer {
    private int reads;

    Inventing(Node node) {
      super(node);
    }

    @Override
    List<Long> values() {
      List<Long> values = super.values();
      if (++reads == 10) {
        values.add(1_000_000L);
      }
      return values;
    }
  }

  private static final class Foreseeing extends SetServer {
    Foreseeing(Node node) {
      super(node);
    }

    @Override
    List<Long> values() {
      List<Long> values = super.values();
      values.stream().reduce((a, b) -> b).ifPresent(last -> values.add(last + 20));
      return values;
    }
  }

  private static final class SendingOnce extends SetServer {
    SendingOnce(Node node) {
      super(node);
    }

    @Override
    void replicate(String peer, Update update) {
      node.send(peer, update);
    }
  }

  private static final class StaleInTheEnd extends SetServer {
    StaleInTheEnd(Node node) {
      super(node);
    }

    @Override
    List<Long> values() {
      List<Long> values = super.values();
      return node.id().equals("n1") ? values.subList(0, Math.min(200, values.size())) : values;
    }
  }

  private static final class Repeating extends SetServer {
    Repeating(Node node) {
      super(node);
    }

    @Override
    List<Long> values() {
      List<Long> values = super.values();
      values.stream().findFirst().ifPresent(values::add);
      return values;
    }
  }

  private static SimulatedRun run(Function<? super Node, ?> server, String fault, long seed) {
    return Simulation.of(server)
        .workload("g-set")
        .nodes(3)
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
        of("unexpected", "slow", Inventing::new),
        of("unexpected", "slow", Foreseeing::new),
        of("missing", "partition", SendingOnce::new),
        of("missing", "slow", StaleInTheEnd::new),
        of("duplicated", "slow", Repeating::new));
  }

  private static Arguments of(String rule, String fault, Function<? super Node, ?> server) {
    return arguments(rule, fault, server);
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("mistakes")
  void mistakeShowsUnderItsRule(String rule, String fault, Function<? super Node, ?> server) {
    for (long seed = 0; seed < Effort.of(1, 5); seed++) {
      SimulatedRun broken = run(server, fault, seed);
      assertThat(broken.isValid()).isFalse();
      assertThat(broken.result().orElseThrow().findings())
          .as(broken.describe())
          .anyMatch(finding -> finding.rule().name().equals(rule));
    }
    Shrunk.assertFailsAlike(run(server, fault, 0), server, SetServer::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"partition", "loss", "duplicate", "reorder", "slow", "pause"})
  void correctServerIsValid(String fault) {
    for (long seed = 0; seed < Effort.of(2, 10); seed++) {
      run(SetServer::new, fault, seed).assertValid();
    }
  }

  @Test
  void setReadMustBeAnArray() {
    JsonObject reply = ScriptedRpc.json("{'type': 'read_ok', 'value': 7}");
    assertThatThrownBy(() -> Codec.strictBody(reply, GSetWorkload.ReadOk.class))
        .isInstanceOf(RpcException.class)
        .hasMessageContaining("\"value\" must be an array, not 7");
  }
}
