package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.workbench.checker.Validity;
import glomers.workbench.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must be true of the servers after each event. */
class InvariantTest {
  private record Echo(String echo) implements Body {}

  private record EchoOk(String echo) implements Body {}

  /** Counts its requests, and starts again from nothing at the tenth. */
  private static final class Counting {
    private int count;

    Counting(Node node) {
      node.on(
          Echo.class,
          request -> {
            count = count == 9 ? -1 : count + 1;
            return new EchoOk(request.body().echo());
          });
    }
  }

  private static Simulation<Counting> simulation(long seed) {
    return Simulation.of(Counting::new)
        .workload("echo")
        .nodes(2)
        .rate(10)
        .timeLimit(Duration.ofSeconds(20))
        .noSwarm()
        .seed(seed);
  }

  private static boolean noneIsNegative(List<Counting> servers) {
    return servers.stream().allMatch(server -> server.count >= 0);
  }

  @Test
  void endsTheRunAtTheFirstViolation() {
    SimulatedRun whole = simulation(1).run().assertValid();
    SimulatedRun run =
        simulation(1).always("no count is negative", InvariantTest::noneIsNegative).run();
    assertThat(run.result().orElseThrow().validity()).isEqualTo(Validity.INVALID);
    assertThat(run.describe())
        .contains("seed 1: invalid\n\nWhat is wrong:\n 1. invariant: The invariant \"no count is");
    assertThat(run.history().size()).isLessThan(whole.history().size());
    String last = TraceText.of(run.trace().get(run.trace().size() - 1));
    assertThat(last).as("the event that broke it").contains("\"type\":\"echo\"").contains(" -> n");
    assertThatThrownBy(run::assertValid).isInstanceOf(AssertionError.class);
  }

  @Test
  void takesAssertionsInsteadOfFalse() {
    SimulatedRun run =
        simulation(2)
            .always(
                "no count is negative",
                servers -> {
                  servers.forEach(server -> assertThat(server.count).as("count").isNotNegative());
                  return true;
                })
            .run();
    assertThat(run.problem()).contains("[count]");
  }

  @Test
  void isGivenTheServersThatAreUp() {
    List<Integer> sizes = new ArrayList<>();
    Scenario<Counting> scenario = Scenario.of(Counting::new, 3, Duration.ofMillis(100), 1);
    scenario.always("is asked", servers -> sizes.add(servers.size()));
    scenario.call("n0", new Echo("a"), EchoOk.class);
    scenario.crash("n1");
    scenario.call("n0", new Echo("a"), EchoOk.class);
    scenario.restart("n1");
    assertThat(sizes).startsWith(3).contains(2).endsWith(3);
  }

  @Test
  void failsTheStepOfAScenario() {
    Scenario<Counting> scenario = Scenario.of(Counting::new, 2, Duration.ofMillis(100), 1);
    scenario.always("no count is negative", InvariantTest::noneIsNegative);
    for (int i = 0; i < 9; i++) {
      scenario.call("n1", new Echo("a"), EchoOk.class);
    }
    assertThatThrownBy(() -> scenario.call("n1", new Echo("last"), EchoOk.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("The invariant \"no count is negative\" does not hold at 0.000 ms")
        .hasMessageContaining("\"echo\":\"last\"");
  }
}
