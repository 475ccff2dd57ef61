package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import glomers.workbench.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run has to say of itself when something is wrong. */
class DescribeTest {
  /** A flood in which messages get lost, and so values. */
  private static Simulation<Flood> failing() {
    return Simulation.of(Flood::new)
        .workload("broadcast")
        .nodes(3)
        .timeLimit(Duration.ofSeconds(20))
        .nemesis("partition", "loss")
        .seed(4);
  }

  @Test
  void namesSeedFindingAndLastEvents() {
    List<String> trace = new ArrayList<>();
    SimulatedRun run = failing().trace(event -> trace.add(TraceText.of(event))).run();
    String text = run.describe();
    assertThat(text)
        .startsWith("seed 4: workload is invalid:\n 1. lost: 2 was acknowledged by n0 at 1.245 s")
        .contains(":lost-count")
        .contains("\n\nThe last events:\n");
    String[] shown = text.substring(text.indexOf("The last events:\n") + 17).split("\n");
    assertThat(shown).hasSize(40);
    for (int i = 0; i < shown.length; i++) {
      String event = trace.get(trace.size() - shown.length + i);
      assertThat(event).startsWith(shown[i].split("… \\(")[0]);
    }
    assertThat(run.trace()).hasSize(Math.min(200, trace.size()));
  }

  @Test
  void assertValidThrowsIt() {
    SimulatedRun run = failing().run();
    assertThat(run.isValid()).isFalse();
    assertThatThrownBy(run::assertValid)
        .isInstanceOf(AssertionError.class)
        .hasMessage(run.describe());
  }

  @Test
  void aValidRunHasNoProblem() {
    SimulatedRun run = Simulation.of(TestServers.server(TestServers::echo)).workload("echo").run();
    assertThat(run.assertValid()).isSameAs(run);
    assertThat(run.problem()).isEqualTo("nothing is wrong");
    assertThat(run.describe()).startsWith("seed 0: nothing is wrong\n\nThe last events:\n");
  }

  private static void babbling(Node node) {
    TestServers.echo(node);
    node.log().log(System.Logger.Level.INFO, "I know n9");
    node.after(Duration.ofSeconds(1), () -> node.send("n9", new TestServers.Generate()));
  }

  @Test
  void describesNodeThatBrokeRun() {
    SimulatedRun run =
        Simulation.of(TestServers.server(DescribeTest::babbling)).workload("echo").seed(2).run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result()).isEmpty();
    assertThat(run.toEdn()).isEmpty();
    assertThat(run.finding("errors")).isEmpty();
    assertThat(run.describe())
        .startsWith("seed 2: Node n1 sent a message that can't be delivered: there is no n9.")
        .contains("What to do: ")
        .contains("INFO I know n9")
        .contains("The last events:\n");
  }

  @Test
  void longEventsAreCut() {
    SimulatedRun run =
        Simulation.of(TestServers.server(TestServers::echo))
            .workload("echo")
            .nodes(18)
            .rate(2)
            .timeLimit(Duration.ofMillis(1))
            .run();
    assertThat(run.describe().lines())
        .anyMatch(line -> line.matches(".*… \\(\\d+ characters\\)"))
        .allMatch(line -> line.length() < 210);
  }
}
