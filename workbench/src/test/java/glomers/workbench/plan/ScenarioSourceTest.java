package glomers.workbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.options.OptionsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioSourceTest {
  private static TestSource source(int operations) {
    Plan plan =
        new Plan(
            new OptionsBuilder().workload("echo").nodeCount(1).build(),
            IntStream.range(0, operations)
                .<Step>mapToObj(i -> new Step.Invoke(i, 0, "echo", "a"))
                .toList());
    return new ScenarioSource(
            new Expression("Server::new", true, "glomers.echo"),
            Optional.empty(),
            Map.of(),
            List.of())
        .of(plan, Optional.of("echo"));
  }

  @Test
  void planIsTestOfOneRule() {
    assertThat(source(2).method())
        .isEqualTo(
            """
            @Test
            void seed0Holds() {
              var scenario =
                  Scenario.of(Server::new, List.of("n0"), Duration.ofMillis(0), 0L)
                      .workload("echo");
              scenario.invoke(0, "echo", "a");
              scenario.advance(Duration.ofMillis(1));
              scenario.invoke(0, "echo", "a");
              scenario.finish();
              scenario.assertHolds("echo");
            }
            """);
  }

  @Test
  void testHasSameFractionOfMillisecond() {
    OptionsBuilder options =
        new OptionsBuilder()
            .workload("echo")
            .diskLatency(Duration.ofNanos(500_000))
            .recovery(Duration.ofSeconds(3));
    assertThat(OptionChange.of(options.build()))
        .extracting(OptionChange::call)
        .containsExactly(
            "diskLatency(Duration.ofNanos(500000L))", "recovery(Duration.ofMillis(3000))");
  }

  @Test
  void fileNamesItsPackageAndImportsWhatItNeeds() {
    assertThat(source(2).file())
        .startsWith(
            """
            // Put this file among the tests of the server.
            package glomers.echo;

            import glomers.workbench.simulation.Scenario;
            import java.time.Duration;
            import java.util.List;
            import org.junit.jupiter.api.Test;

            class ShortestRunTest {
              @Test
              void seed0Holds() {
            """)
        .endsWith("  }\n}\n");
    assertThat(new TestSource("", "").file()).contains("name their package here");
  }

  @Test
  void longPlanIsNoTest() {
    assertThat(source(8_755).method())
        .isEqualTo("// 8,755 steps are too many for a test; run the seed again instead.\n");
  }
}
