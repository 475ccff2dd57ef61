package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.network.Latency;
import glomers.workbench.options.OptionsBuilder;
import glomers.workbench.options.Workloads;
import glomers.workbench.run.Flood;
import glomers.workbench.run.TestServers;
import glomers.workbench.workload.TestOptions;
import glomers.workbench.workload.Topology;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SimulationOptionsTest {
  private static final Latency LATENCY = new Latency(Latency.Shape.UNIFORM, 20);

  private static Simulation<Flood> all() {
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
        .options(options -> options.keyCount(3).maxTxnLength(5).maxWritesPerKey(7))
        .options(options -> options.consistencyModels(List.of("serializable")).finalReads(false))
        .options(options -> options.analysisLimit(Duration.ofSeconds(2)))
        .noSwarm()
        .seed(42);
  }

  private static TestOptions ofFlood(UnaryOperator<Simulation<Flood>> change) {
    return change.apply(Simulation.of(Flood::new).workload("broadcast")).run().options();
  }

  @Test
  void everyOptionReachesTheRun() {
    assertThat(all().run().options())
        .isEqualTo(
            new OptionsBuilder()
                .workload("broadcast")
                .nodes(List.of("n0", "n1", "n2"))
                .timeLimit(Duration.ofSeconds(7))
                .rate(20)
                .concurrency("2n")
                .latency(LATENCY)
                .nemesis(List.of("loss", "pause"))
                .nemesisInterval(Duration.ofSeconds(3))
                .topology(Topology.LINE)
                .availability(0.5)
                .recovery(Duration.ofSeconds(11))
                .keyCount(3)
                .maxTxnLength(5)
                .maxWritesPerKey(7)
                .consistencyModels(List.of("serializable"))
                .finalReads(false)
                .analysisLimit(Duration.ofSeconds(2))
                .seed(42)
                .build());
  }

  @Test
  void defaultsAreThoseOfCommandLine() {
    assertThat(
            Simulation.of(TestServers.server(TestServers::echo)).workload("echo").run().options())
        .isEqualTo(new OptionsBuilder().workload("echo").build());
  }

  @Test
  void takesOptionsAsTheyAre() {
    TestOptions options = all().run().options();
    TestOptions again = Simulation.of(Flood::new, OptionsBuilder.of(options)).run().options();
    assertThat(again).isEqualTo(options);
  }

  @Test
  @DisplayName("a seed draws what is not set, in any test, and the same each time")
  void seedDrawsTheRest() {
    TestOptions drawn = ofFlood(simulation -> simulation.nodes(3).seed(4));
    assertThat(drawn).isEqualTo(ofFlood(simulation -> simulation.seed(4).nodes(3)));
    assertThat(drawn.nodes()).hasSize(3);
    assertThat(drawn.variation().drawn()).isTrue();
    assertThat(drawn.timeLimit())
        .isNotEqualTo(ofFlood(simulation -> simulation.nodes(3).seed(5)).timeLimit());
  }

  @Test
  void nothingIsDrawnUnlessASeedIsSet() {
    TestOptions defaults = new OptionsBuilder().workload("broadcast").seed(4).build();
    assertThat(ofFlood(simulation -> simulation.noSwarm().seed(4))).isEqualTo(defaults);
    assertThat(ofFlood(simulation -> simulation.swarm(claims -> claims).noSwarm().seed(4)))
        .isEqualTo(defaults);
    assertThat(ofFlood(simulation -> simulation).variation().drawn()).isFalse();
  }

  @Test
  @DisplayName("a swarm that is asked for draws what is set, too")
  void swarmDrawsFromWhatIsSet() {
    TestOptions drawn =
        ofFlood(simulation -> simulation.rate(7).swarm(claims -> claims.nodes(2, 2)).seed(1));
    assertThat(drawn.nodes()).hasSize(2);
    assertThat(drawn.rate()).isNotEqualTo(7);
  }

  @Test
  void latencyByDurationIsConstant() {
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
  void refusesUnknownNames() {
    Simulation<?> simulation = Simulation.of(TestServers.server(TestServers::echo));
    assertThatThrownBy(() -> simulation.workload("ecco"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no workload ecco; there are " + String.join(", ", Workloads.names()));
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--workload null: must be one of broadcast, echo, ");
    simulation.workload("echo").nemesis("pause", "flood");
    assertThatThrownBy(simulation::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--nemesis flood: must be one of partition, ");
  }
}
