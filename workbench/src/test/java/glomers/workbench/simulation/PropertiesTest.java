package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.protocol.Body;
import glomers.workbench.checker.Validity;
import glomers.workbench.shrink.ShortestRun.Search;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Checks with a memory, what must become true, and what a run should come across. */
class PropertiesTest {
  private record Echo(String echo) implements Body {}

  private record EchoOk(String echo) implements Body {}

  /** Counts its requests; and forgets their number each second, if it is so made. */
  private static class Counting {
    private int count;

    Counting(Node node) {
      node.on(
          Echo.class,
          request -> {
            count++;
            return new EchoOk(request.body().echo());
          });
    }
  }

  private static final class Forgetting extends Counting {
    Forgetting(Node node) {
      super(node);
      node.every(Duration.ofSeconds(1), () -> super.count = 0);
    }
  }

  private static final class CountsNeverFall implements Predicate<List<Counting>> {
    private final Map<Counting, Integer> seen = new HashMap<>();

    @Override
    public boolean test(List<Counting> servers) {
      return servers.stream().allMatch(this::hasNotFallen);
    }

    private boolean hasNotFallen(Counting server) {
      Integer before = seen.put(server, server.count);
      return before == null || before <= server.count;
    }
  }

  private static Simulation<Counting> simulation(ServerFactory<Counting> server) {
    return Simulation.of(server)
        .workload("echo")
        .nodes(2)
        .rate(10)
        .timeLimit(Duration.ofMillis(2_500));
  }

  private static boolean allZero(List<Counting> servers) {
    return servers.size() == 2 && servers.stream().allMatch(server -> server.count == 0);
  }

  @Test
  void aMonitorRemembersOneRun() {
    Simulation<Counting> right =
        simulation(Counting::new).always("counts never fall", CountsNeverFall::new);
    right.run().assertValid();
    right.run().assertValid();
    SimulatedRun wrong =
        simulation(Forgetting::new).always("counts never fall", CountsNeverFall::new).run();
    assertThat(wrong.problem()).startsWith("The invariant \"counts never fall\" does not hold");
    Search shortest = wrong.shrink(progress -> {});
    assertThat(shortest.run().orElseThrow().source().method())
        .contains(".always(\"counts never fall\", PropertiesTest.CountsNeverFall::new)");
  }

  @Test
  void waitsForWhatMustCome() {
    SimulatedRun run =
        simulation(Forgetting::new)
            .eventually("all is forgotten", Duration.ofSeconds(2), PropertiesTest::allZero)
            .run()
            .assertValid();
    assertThat(run.outcome().ending()).isInstanceOf(glomers.workbench.run.Ending.Finished.class);
  }

  @Test
  void endsInvalidIfItDoesNotCome() {
    SimulatedRun run =
        simulation(Counting::new)
            .eventually("all is forgotten", Duration.ofSeconds(2), PropertiesTest::allZero)
            .run();
    assertThat(run.result().orElseThrow().validity()).isEqualTo(Validity.INVALID);
    assertThat(run.problem())
        .isEqualTo(
            "\"all is forgotten\" has not become true within 2.000 s after the end of all"
                + " faults.");
    Search shortest = run.shrink(progress -> {});
    assertThat(shortest.run().orElseThrow().source().method())
        .contains(
            "scenario.eventually(\"all is forgotten\", Duration.ofMillis(2000),"
                + " PropertiesTest::allZero);");
  }

  @Test
  void scenarioEndsFaultsAndWaits() {
    Scenario<Counting> scenario = Scenario.of(Forgetting::new, 2, Duration.ofMillis(10), 1);
    scenario.call("n0", new Echo("a"), EchoOk.class);
    scenario.crash("n1");
    scenario.eventually("all is forgotten", Duration.ofSeconds(1), PropertiesTest::allZero);
    scenario.call("n1", new Echo("b"), EchoOk.class);
    assertThatThrownBy(
            () ->
                scenario.eventually(
                    "all is forgotten", Duration.ofMillis(10), PropertiesTest::allZero))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("has not become true within 0.010 s")
        .hasMessageContaining("restart n1");
  }

  @Test
  void saysWhatARunCameAcross() {
    SimulatedRun run =
        simulation(Counting::new)
            .sometimes("a count of ten", servers -> servers.stream().anyMatch(s -> s.count == 10))
            .sometimes("a count of 99", servers -> servers.stream().anyMatch(s -> s.count == 99))
            .run()
            .assertValid();
    assertThat(run.sometimes()).isEqualTo(Map.of("a count of ten", true, "a count of 99", false));
  }
}
