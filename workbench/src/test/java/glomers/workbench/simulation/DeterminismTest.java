package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.History;
import glomers.workbench.nemesis.Faults;
import glomers.workbench.network.Latency;
import glomers.workbench.run.Flood;
import glomers.workbench.trace.TraceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed gives the same run, whatever goes wrong in it. */
class DeterminismTest {
  private final List<String> trace = new ArrayList<>();

  private static Simulation<Flood> simulation(long seed, String... faults) {
    return Simulation.of(Flood::new)
        .workload("broadcast")
        .timeLimit(Duration.ofSeconds(10))
        .latency(new Latency(Latency.Shape.EXPONENTIAL, 50))
        .nemesis(faults)
        .nemesisInterval(Duration.ofSeconds(2))
        .seed(seed);
  }

  private static Simulation<Flood> withAllFaults(long seed) {
    return simulation(seed, Faults.names().toArray(String[]::new));
  }

  private List<String> trace(Simulation<?> simulation) {
    List<String> events = new ArrayList<>();
    simulation.trace(event -> events.add(TraceText.of(event))).run();
    return events;
  }

  @Test
  void sameSeedGivesSameTraceAndResults() {
    for (long seed = 0; seed < 5; seed++) {
      SimulatedRun first = withAllFaults(seed).trace(event -> trace.add(TraceText.of(event))).run();
      List<String> again = new ArrayList<>();
      SimulatedRun second =
          withAllFaults(seed).trace(event -> again.add(TraceText.of(event))).run();
      assertThat(again).isEqualTo(trace);
      assertThat(second.history().ops()).isEqualTo(first.history().ops());
      assertThat(second.describe()).isEqualTo(first.describe());
      assertThat(second.toEdn()).hasToString(first.toEdn().toString());
      trace.clear();
    }
  }

  @Test
  void everyFaultTakesPart() {
    SimulatedRun run = withAllFaults(1).run();
    for (String fault : Faults.names()) {
      assertThat(run.history().ops()).anyMatch(op -> op.f().equals("start-" + fault));
    }
  }

  @Test
  void aSimulationCanBeRunTwice() {
    Simulation<Flood> simulation = withAllFaults(7);
    assertThat(trace(simulation)).isEqualTo(trace(simulation));
  }

  @Test
  void anotherSeedGivesAnotherTrace() {
    assertThat(trace(withAllFaults(1))).isNotEqualTo(trace(withAllFaults(2)));
    assertThat(trace(simulation(1))).isNotEqualTo(trace(simulation(2)));
  }

  @Test
  void faultsKeepOperationsBeforeThem() {
    History without = simulation(3).run().history();
    History with = simulation(3, "duplicate").run().history();
    assertThat(with.clientOps().filter(op -> op.isInvoke()).map(op -> op.value()).toList())
        .isEqualTo(without.clientOps().filter(op -> op.isInvoke()).map(op -> op.value()).toList());
  }

  @Test
  void theTraceTellsOfOperationsFaultsAndMessages() {
    List<String> events = trace(simulation(1, "kill", "loss"));
    assertThat(events)
        .anyMatch(event -> event.matches(" *\\d+\\.\\d{3} ms  nemesis: info start-kill :.*"))
        .anyMatch(event -> event.matches(".* ms  process \\d+ on n[1-5]: invoke read nil"))
        .anyMatch(event -> event.matches(".* ms  process \\d+ on n[1-5]: ok broadcast \\d+"))
        .anyMatch(
            event -> event.matches(".* ms  n\\d -> n\\d  \\{.*}  \\(sent at \\d+\\.\\d{3}\\)"))
        .anyMatch(event -> event.matches(".* ms  n\\d -x n\\d  .*\\(sent at .*, lost: \\w+\\)"));
  }
}
