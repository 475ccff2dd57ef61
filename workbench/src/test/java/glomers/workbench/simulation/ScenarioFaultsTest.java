package glomers.workbench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.protocol.RpcException;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.run.Flood;
import glomers.workbench.run.Flood.Broadcast;
import glomers.workbench.run.Flood.BroadcastOk;
import glomers.workbench.run.Flood.Read;
import glomers.workbench.run.Flood.ReadOk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A flood, led by hand: each value is passed on once, and what is lost is lost. */
class ScenarioFaultsTest {
  private final Scenario<?> scenario = Scenario.of(Flood::new, 3, Duration.ofMillis(100), 7);

  private void broadcast(String node, int message) {
    scenario.call(node, new Broadcast(message), BroadcastOk.class);
  }

  private void assertHas(String node, Integer... messages) {
    assertThat(scenario.call(node, new Read(), ReadOk.class).messages())
        .as("what %s has", node)
        .containsExactly(messages);
  }

  private void second() {
    scenario.advance(Duration.ofSeconds(1));
  }

  @Test
  void allValuesArriveAfterOneLatency() {
    broadcast("n0", 1);
    scenario.advance(Duration.ofMillis(99));
    assertHas("n1");
    scenario.advance(Duration.ofMillis(1));
    assertHas("n1", 1);
    assertHas("n2", 1);
  }

  @Test
  void partitionSeparatesTwoGroups() {
    scenario.partition(List.of("n0", "n1"), List.of("n2"));
    broadcast("n0", 1);
    broadcast("n2", 2);
    second();
    assertHas("n0", 1);
    assertHas("n1", 1);
    assertHas("n2", 2);
  }

  @Test
  void isolateAddsPartitionsAndHealRemovesAll() {
    scenario.isolate("n2");
    scenario.isolate("n1");
    broadcast("n0", 1);
    second();
    assertHas("n1");
    assertHas("n2");
    scenario.heal();
    broadcast("n0", 2);
    second();
    assertHas("n1", 2);
    assertHas("n2", 2);
    scenario.isolate("n1");
    broadcast("n0", 3);
    second();
    assertHas("n1", 2);
    assertHas("n2", 2, 3);
  }

  @Test
  void heldMessagesWaitForTheirRelease() {
    scenario.hold("n0", "n1");
    scenario.hold("n2", "n1");
    broadcast("n0", 1);
    broadcast("n0", 2);
    second();
    assertHas("n1");
    assertHas("n2", 1, 2);
    scenario.release("n0", "n1");
    assertHas("n1", 1, 2);
  }

  @Test
  void aCrashedNodeAnswersNothingAndForgetsEverything() {
    broadcast("n0", 1);
    second();
    scenario.crash("n1");
    assertThatThrownBy(() -> assertHas("n1")).isInstanceOf(RpcException.class);
    broadcast("n0", 2);
    second();
    scenario.restart("n1");
    assertHas("n1");
    broadcast("n0", 3);
    second();
    assertHas("n1", 3);
    assertHas("n2", 1, 2, 3);
  }

  @Test
  void pausedNodeCatchesUpAfterResume() {
    scenario.pause("n1");
    broadcast("n0", 1);
    assertThatThrownBy(() -> assertHas("n1")).isInstanceOf(RpcException.class);
    scenario.resume("n1");
    assertHas("n1", 1);
  }

  @Test
  void theTraceTellsOfEachStep() {
    scenario.partition(List.of("n0"), List.of("n1", "n2"));
    scenario.isolate("n2");
    scenario.heal();
    scenario.hold("n0", "n1");
    scenario.release("n0", "n1");
    scenario.pause("n1");
    scenario.resume("n1");
    scenario.crash("n2");
    scenario.restart("n2");
    assertThat(scenario.trace().lines())
        .startsWith(
            "> partition [n0] from [n1, n2]",
            "> partition [n2] from [n0, n1]",
            "> heal",
            "> hold n0 to n1",
            "> release n0 to n1",
            "> pause n1",
            "> resume n1",
            "> crash n2",
            "> restart n2")
        .hasSize(11)
        .last()
        .asString()
        .contains("n2 -> c4  {\"type\":\"init_ok\"");
  }

  @Test
  void theSameStepsGiveTheSameTrace() {
    broadcast("n0", 1);
    second();
    Scenario<?> again = Scenario.of(Flood::new, 3, Duration.ofMillis(100), 7);
    again.call("n0", new Broadcast(1), BroadcastOk.class);
    again.advance(Duration.ofSeconds(1));
    assertThat(again.trace()).isEqualTo(scenario.trace());
  }

  @Test
  @DisplayName("Rules that look at what a node may have forgotten know of every kind of crash")
  void allCrashesAreInTheHistory() {
    scenario.workload("broadcast");
    scenario.crash("n0");
    scenario.restart("n0");
    scenario.powerOff();
    scenario.powerOn();
    scenario.corrupt("n1");
    assertThat(scenario.outcome().history().ops())
        .flatExtracting(op -> op.fault().map(FaultEvent::crashed).orElse(List.of()))
        .containsExactly("n0", "n0", "n1", "n2", "n1");
  }
}
