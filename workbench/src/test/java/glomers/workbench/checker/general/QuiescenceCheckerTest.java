package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.workbench.checker.Validity;
import glomers.workbench.history.History;
import glomers.workbench.run.TestServers;
import glomers.workbench.simulation.Simulation;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QuiescenceCheckerTest {
  record Tick() implements Body {}

  private static Validity verdict(double allowed, long messages) {
    return new QuiescenceChecker(allowed, 2, messages, 5).check(new History()).validity();
  }

  @Test
  void heartbeatIsAllowed() {
    assertThat(verdict(0, 0)).isEqualTo(Validity.VALID);
    assertThat(verdict(1, 10)).isEqualTo(Validity.VALID);
  }

  @Test
  void moreIsNot() {
    assertThat(verdict(0, 1)).isEqualTo(Validity.INVALID);
    assertThat(verdict(1, 11)).isEqualTo(Validity.INVALID);
  }

  record Broadcast(long message) implements Body {}

  record BroadcastOk() implements Body {}

  record Topology() implements Body {}

  record TopologyOk() implements Body {}

  record Read() implements Body {}

  record ReadOk(Set<Long> messages) implements Body {}

  private static final class Chatterer {
    private final Set<Long> messages = new TreeSet<>();

    Chatterer(Node node) {
      node.on(Topology.class, request -> new TopologyOk());
      node.on(Read.class, request -> new ReadOk(messages));
      node.on(
          Broadcast.class,
          request -> {
            messages.add(request.body().message());
            return new BroadcastOk();
          });
      node.every(Duration.ofSeconds(1), () -> node.send(node.peers(), new Tick()));
      node.onOneWay(Tick.class, request -> {});
    }
  }

  private static Simulation<?> chatterer(double allowed) {
    return Simulation.of(Chatterer::new)
        .workload("broadcast")
        .nodes(2)
        .rate(0.1)
        .timeLimit(Duration.ofSeconds(1))
        .options(options -> options.quiescence(allowed));
  }

  @Test
  void trafficThatDoesNotEndIsFound() {
    assertThat(chatterer(0).run().describe())
        .contains("1.00 per second and node", "At most 0.00 are allowed");
    assertThat(chatterer(1).run().describe()).doesNotContain("At most");
  }

  @Test
  void workloadsWithoutFinalOperationsAreJudgedToo() {
    Simulation<?> echo =
        Simulation.of(
                TestServers.server(
                    node -> {
                      TestServers.echo(node);
                      node.every(Duration.ofSeconds(1), () -> node.send(node.peers(), new Tick()));
                      node.onOneWay(Tick.class, request -> {});
                    }))
            .workload("echo")
            .nodes(2)
            .timeLimit(Duration.ofSeconds(1));
    assertThat(echo.run().isValid()).isTrue();
    assertThat(echo.options(options -> options.quiescence(0)).run().describe())
        .contains("1.00 per second and node", "At most 0.00 are allowed");
    assertThat(echo.options(options -> options.quiescence(1)).run().isValid()).isTrue();
  }
}
