package glomers.workbench.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.checker.Finding;
import glomers.workbench.checker.Rules;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.plan.Plan;
import glomers.workbench.report.page.ReportPage;
import glomers.workbench.report.page.Reports;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import glomers.workbench.shrink.ShortestRun.Search;
import glomers.workbench.simulation.Gossip;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.workload.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ShrinkerTest {
  @TempDir private Path folder;

  private static SimulatedRun failingFlood(String... faults) {
    return LongStream.range(0, 50)
        .mapToObj(
            seed ->
                Simulation.of(Flood::new)
                    .workload("broadcast")
                    .nodes(5)
                    .rate(10)
                    .latency(Duration.ofMillis(100))
                    .timeLimit(Duration.ofSeconds(20))
                    .nemesis(faults)
                    .nemesisInterval(Duration.ofSeconds(5))
                    .noSwarm()
                    .seed(seed)
                    .run())
        .filter(run -> !run.isValid())
        .findFirst()
        .orElseThrow();
  }

  private static ShortestRun shrink(SimulatedRun run) {
    return run.shrink(progress -> {}).run().orElseThrow();
  }

  private static String firstRule(List<Finding> findings) {
    return findings.get(0).rule().name();
  }

  @Test
  void lossUnderPartitionTakesThreeNodesAndOperations() {
    SimulatedRun run = failingFlood("partition");
    ShortestRun shortest = shrink(run);
    assertThat(shortest.plan().nodes()).hasSizeLessThanOrEqualTo(3);
    assertThat(operations(shortest)).isLessThanOrEqualTo(3);
    assertThat(firstRule(shortest.play().result().findings()))
        .isEqualTo(firstRule(run.result().orElseThrow().findings()));
    assertThat(shortest.play().events()).anyMatch(TraceEvent.Fault.class::isInstance);
    assertThat(shortest.summary()).contains("the full run has 5 nodes, ");
  }

  @Test
  void saysThatSearchWasGivenUp() {
    Plan plan = new Plan(new OptionsBuilder().workload("echo").nodeCount(1).build(), List.of());
    assertThat(Shrinker.summary(plan, plan, true))
        .endsWith(" 0 faults. The search has ended at its limit: shorter ones may exist.");
    assertThat(Shrinker.summary(plan, plan, false)).endsWith(" 0 faults.");
  }

  private static long operations(ShortestRun shortest) {
    return shortest.plan().operations();
  }

  @Test
  void sameRunShrinksToSameResult() {
    assertThat(shrink(failingFlood("partition")).source().method())
        .isEqualTo(shrink(failingFlood("partition")).source().method());
  }

  @Test
  void pastedTestFailsOnThisServerAndPassesOnCorrectOne() {
    for (String fault : List.of("partition", "loss")) {
      Shrunk.assertFailsAlike(failingFlood(fault), Flood::new, Gossip::new);
    }
  }

  @Test
  void serverThatIsWrongWithoutFaultsNeedsNone() {
    SimulatedRun run =
        Simulation.of(TestServers.server(ShrinkerTest::silent))
            .workload("broadcast")
            .nodes(4)
            .rate(10)
            .timeLimit(Duration.ofSeconds(5))
            .nemesis("partition", "loss", "pause")
            .noSwarm()
            .seed(1)
            .run();
    ShortestRun shortest = shrink(run);
    assertThat(shortest.summary()).contains(" and 0 faults; ");
    assertThat(operations(shortest)).isLessThanOrEqualTo(3);
    assertThat(shortest.source().method()).contains("\"broadcast\", ").doesNotContain("partition");
  }

  /** Tells no other node what it knows. */
  private static void silent(Node node) {
    List<Integer> values = new ArrayList<>();
    node.on(
        Flood.Broadcast.class,
        request -> {
          values.add(request.body().message());
          return new Flood.BroadcastOk();
        });
    node.on(Flood.Read.class, request -> new Flood.ReadOk(values));
    node.on(Flood.Topology.class, request -> new Flood.TopologyOk());
  }

  public static boolean areFewerThanFive(List<Flood> servers) {
    return servers.get(0).size() < 5;
  }

  private static Simulation<Flood> fiveValues() {
    return Simulation.of(Flood::new)
        .workload("broadcast")
        .nodes(5)
        .timeLimit(Duration.ofSeconds(10))
        .noSwarm()
        .seed(2);
  }

  @Test
  void fileCompilesAsItIs() throws IOException {
    PastedTest.compileFile(folder, shrink(failingFlood("partition")).source());
  }

  @Test
  void pastedInvariantCompilesAndFails() throws Exception {
    ShortestRun shortest =
        shrink(fiveValues().always("fewer than five", ShrinkerTest::areFewerThanFive).run());
    assertThat(shortest.rule()).isEqualTo("invariant");
    assertThat(operations(shortest)).isEqualTo(5);
    assertThat(shortest.plan().nodes()).hasSizeLessThanOrEqualTo(3);
    assertThat(shortest.source().method())
        .contains("Scenario.of(Flood::new, ")
        .contains(".always(\"fewer than five\", ShrinkerTest::areFewerThanFive)");
    try (PastedTest test = new PastedTest(shortest.source().method())) {
      assertThatThrownBy(test::run)
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("The invariant \"fewer than five\" does not hold");
    }
  }

  @Test
  void pasteSaysWhichLambdaItNeeds() {
    int most = 5;
    SimulatedRun run =
        Simulation.of(node -> new Flood(node))
            .workload("broadcast")
            .nodes(2)
            .timeLimit(Duration.ofSeconds(10))
            .always("fewer", servers -> servers.get(0).size() < most)
            .run();
    assertThat(shrink(run).source().method())
        .contains("  // Put the code in place of each comment")
        .contains(
            "Scenario.of(/* what makes the server: the lambda in"
                + " ShrinkerTest.pasteSaysWhichLambdaItNeeds */, ")
        .contains(
            ".always(\"fewer\", /* whether fewer: the lambda in"
                + " ShrinkerTest.pasteSaysWhichLambdaItNeeds */)")
        .doesNotContain("of(Flood::new");
  }

  @Test
  void optionsAreKept() throws Exception {
    SimulatedRun run =
        fiveValues()
            .topology(Topology.LINE)
            .availability(0.5)
            .recovery(Duration.ofSeconds(3))
            .options(options -> options.rules(Rules.MAELSTROM))
            .always("fewer than five", ShrinkerTest::areFewerThanFive)
            .run();
    String source = shrink(run).source().method();
    assertThat(source)
        .contains(
            ".workload(\"broadcast\", options ->"
                + " options.topology(Topology.LINE).availability(0.5)"
                + ".recovery(Duration.ofMillis(3000)).rules(Rules.MAELSTROM));");
    try (PastedTest test = new PastedTest(source)) {
      assertThatThrownBy(test::run).isInstanceOf(AssertionError.class);
    }
  }

  private static void needsAPeer(Node node) {
    if (node.peers().isEmpty()) {
      throw new IllegalStateException("all alone");
    }
    silent(node);
  }

  @Test
  void serverThatNeedsTwoNodesKeepsTwo() {
    SimulatedRun run =
        Simulation.of(TestServers.server(ShrinkerTest::needsAPeer))
            .workload("broadcast")
            .nodes(4)
            .timeLimit(Duration.ofSeconds(5))
            .run();
    assertThat(shrink(run).plan().nodes()).hasSize(2);
  }

  @Test
  void saysWhyThereIsNoShorterForm() {
    boolean[] isFirst = {true};
    SimulatedRun run =
        Simulation.of(
                TestServers.server(
                    node -> {
                      if (isFirst[0]) {
                        silent(node);
                      } else {
                        new Flood(node);
                      }
                    }))
            .workload("broadcast")
            .nodes(3)
            .timeLimit(Duration.ofSeconds(5))
            .run();
    isFirst[0] = false;
    Search none = run.shrink(progress -> {});
    assertThat(none.run()).isEmpty();
    assertThat(none.summary())
        .startsWith("There is no shorter form of this run: its operations and faults alone, ")
        .contains(" do not break the rule ");
  }

  @Test
  void validRunHasNoShorterOne() {
    SimulatedRun run =
        Simulation.of(Flood::new)
            .workload("broadcast")
            .nodes(3)
            .timeLimit(Duration.ofSeconds(5))
            .run();
    assertThat(run.isValid()).isTrue();
    Search none = run.shrink(progress -> {});
    assertThat(none.run()).isEmpty();
    assertThat(none.summary()).isEqualTo("There is no shorter form of this run: it is valid.");
  }

  @Test
  void bothRunsAreReported() throws IOException {
    SimulatedRun run = failingFlood("partition");
    ShortestRun shortest = shrink(run);
    Path file = folder.resolve("shortest.html");
    ReportPage.write(Reports.of(shortest, "a test"), file);
    assertThat(file).content().contains(shortest.summary());
  }
}
