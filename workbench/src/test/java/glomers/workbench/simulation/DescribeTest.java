package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.report.ExitStatus;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import java.time.Duration;
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
        .noSwarm()
        .seed(4);
  }

  @Test
  void namesRunVerdictAndFindings() {
    assertThat(failing().run().describe())
        .startsWith(
            "broadcast, 3 nodes, 20 s at 5 operations per second, faults: partition and loss, seed"
                + " 4: invalid\n\nWhat is wrong:\n 1. lost: ")
        .containsPattern("the first: Value 2 was\\s+acknowledged by n0 at 1.245 s")
        .endsWith(ExitStatus.INVALID.lastLine());
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
    assertThat(run.describe())
        .startsWith("echo, 5 nodes, 60 s at 5 operations per second, seed 0: valid\n\n");
  }

  private static void babbling(Node node) {
    TestServers.echo(node);
    node.log().log(System.Logger.Level.INFO, "I know n9");
    node.after(Duration.ofSeconds(1), () -> node.send("n9", new TestServers.Generate()));
  }

  @Test
  void describesNodeThatBrokeRun() {
    SimulatedRun run =
        Simulation.of(TestServers.server(DescribeTest::babbling))
            .workload("echo")
            .noSwarm()
            .seed(2)
            .run();
    assertThat(run.isValid()).isFalse();
    assertThat(run.result()).isEmpty();
    assertThat(run.toEdn()).isEmpty();
    assertThat(run.finding("errors")).isEmpty();
    assertThat(run.describe())
        .contains(
            "seed 2: crashed\n\nNode n1 sent a message that can't be delivered: there is no n9.")
        .contains("What to do: ")
        .contains("INFO I know n9");
  }
}
