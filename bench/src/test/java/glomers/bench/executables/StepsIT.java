package glomers.bench.executables;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.bench.Workspace;
import glomers.workbench.simulation.SimulatedRun;
import glomers.workbench.simulation.Simulation;
import glomers.workbench.simulation.loader.ServerLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Parts at the task of the next part, which they fail: parts know nothing of each other. */
class StepsIT {
  private static SimulatedRun kafka(String part) {
    return Simulation.of(ServerLoader.load(Workspace.executable(part)))
        .workload("kafka")
        .nodes(2)
        .concurrency("2n")
        .rate(200)
        .timeLimit(Duration.ofSeconds(10))
        .noSwarm()
        .seed(1)
        .run();
  }

  private static double messagesPerOperation(SimulatedRun run) {
    return run.result().orElseThrow().figures().get("server messages per operation");
  }

  @Test
  void kafka5aFailsOnTwoNodes() {
    SimulatedRun run = kafka("kafka-5a");
    assertThat(run.result().orElseThrow().findings())
        .as(run.describe())
        .anyMatch(finding -> finding.rule().name().equals("inconsistent-offsets"));
    assertThat(kafka("kafka-5b").isValid()).isTrue();
  }

  @Test
  void kafka5bTakesMoreMessagesThan5cMay() {
    assertThat(messagesPerOperation(kafka("kafka-5b"))).isGreaterThan(1);
    assertThat(messagesPerOperation(kafka("kafka-5c"))).isLessThan(1);
  }

  @Test
  void furtherPartsTakeFewerMessages() {
    // At a fifth of the challenge's rate, the messages of each interval are for fewer operations.
    assertThat(messagesPerOperation(kafka("kafka-5b-journal"))).isLessThan(6);
    assertThat(messagesPerOperation(kafka("kafka-5c-watermark"))).isLessThan(0.05 * 5);
  }
}
