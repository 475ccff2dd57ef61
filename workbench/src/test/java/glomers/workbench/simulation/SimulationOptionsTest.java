package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.node.Node;
import glomers.workbench.network.Latency;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestOptions;
import glomers.workbench.run.TestServers;
import glomers.workbench.workload.Topology;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SimulationOptionsTest {
  private static final Latency LATENCY = new Latency(Latency.Shape.UNIFORM, 20);

  private static Simulation all() {
    return Simulation.of(Flood::new)
        .workload("broadcast")
        .nodes(3)
        .timeLimit(Duration.ofSeconds(7))
        .rate(20)
        .concurrency(6)
        .latency(LATENCY)
        .nemesis("loss", "pause")
        .nemesisInterval(Duration.ofSeconds(3))
        .topology(Topology.LINE)
        .availability(0.5)
        .recovery(Duration.ofSeconds(11))
        .seed(42);
  }

  @Test
  void everyOptionReachesTheRun() {
    assertThat(all().run().options())
        .isEqualTo(
            new TestOptions(
                "broadcast",
                List.of("n0", "n1", "n2"),
                Duration.ofSeconds(7),
                20,
                6,
                LATENCY,
                List.of("loss", "pause"),
                Duration.ofSeconds(3),
                Topology.LINE,
                OptionalDouble.of(0.5),
                Duration.ofSeconds(11),
                42));
  }

  @Test
  void whatIsNotSaidIsAsOnTheCommandLine() {
    assertThat(Simulation.of(TestServers::echo).workload("echo").run().options())
        .isEqualTo(
            new TestOptions(
                "echo",
                List.of("n0", "n1", "n2", "n3", "n4"),
                Duration.ofSeconds(60),
                5,
                5,
                Latency.NONE,
                List.of(),
                Duration.ofSeconds(10),
                Topology.GRID,
                OptionalDouble.empty(),
                Duration.ofSeconds(10),
                0));
  }

  @Test
  void optionsThatAreAtHandAreTakenAsTheyAreButForTheSeed() {
    TestOptions options = all().run().options();
    TestOptions again = Simulation.of(Flood::new, options).run().options();
    assertThat(again.seed()).isZero();
    assertThat(Simulation.of(Flood::new, options).seed(42).run().options()).isEqualTo(options);
  }

  @Test
  void aLatencyThatIsATimeIsTheSameForAllMessages() {
    assertThat(all().latency(Duration.ofMillis(100)).run().options().latency())
        .isEqualTo(new Latency(Latency.Shape.CONSTANT, 100));
  }

  @Test
  void figuresOfTheRunCanBeAskedFor() {
    SimulatedRun run =
        all().nemesis().latency(Duration.ofMillis(100)).concurrency(3).run().assertValid();
    assertThat(run.serverMessages()).isEqualTo(run.outcome().network().servers().sent());
    assertThat(run.serverMessagesPerOperation()).isBetween(1.0, 4.0);
    assertThat(run.stableLatencyMillis(0)).isZero();
    assertThat(run.stableLatencyMillis(1)).isBetween(1L, 100L);
    assertThat(run.finding("lost-count")).contains(0);
    assertThat(run.finding("no such thing")).isEmpty();
    assertThat(run.history().ops()).isNotEmpty();
    assertThat(run.toEdn()).isNotEmpty();
  }

  @Test
  void namesThatThereAreNotAreRefusedWithThoseThatThereAre() {
    Simulation simulation = Simulation.of(TestServers::echo);
    assertThatThrownBy(() -> simulation.workload("kafka"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no workload kafka; there are broadcast, echo, unique-ids");
    assertThatThrownBy(() -> simulation.nemesis("pause", "flood"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no fault flood; there are partition, ");
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("name a workload: broadcast, echo, unique-ids");
  }

  /** A timer that is set again at once, so that time stands still. */
  private static void restless(Node node) {
    TestServers.echo(node);
    again(node);
  }

  private static void again(Node node) {
    node.after(Duration.ZERO, () -> again(node));
  }

  @Test
  void eventsWithoutEndEndInAnError() {
    Simulation simulation =
        Simulation.of(SimulationOptionsTest::restless).workload("echo").eventsMax(10_000);
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("more than 10000 events by 0 ms: do messages go round in circles");
  }
}
