package glomers.workbench.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.Keyword;
import glomers.workbench.fault.FaultEdn;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.history.Recorder;
import glomers.workbench.time.VirtualTimeScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pause and kill. */
class NodeFaultsTest {
  private static final List<String> NODES = Views.nodes(3);
  private static final long SECOND = 1_000_000_000L;

  private final SplittableRandom random = new SplittableRandom(1);
  private final RecordedNodes nodes = new RecordedNodes();
  private final Fault pause = Faults.make("pause", NODES);
  private final Fault kill = Faults.make("kill", NODES);

  private String carryOut(FaultEvent event) {
    RecordedFault.target(nodes).carryOut(event);
    return Edn.print(FaultEdn.of(event));
  }

  @Test
  void whatIsPausedIsResumedOnce() {
    assertThat(carryOut(pause.start(Keyword.of("all"), random)))
        .isEqualTo("[:paused [\"n0\" \"n1\" \"n2\"]]");
    assertThat(nodes.calls).containsExactly("pause n0", "pause n1", "pause n2");
    nodes.calls.clear();
    assertThat(carryOut(pause.stop())).isEqualTo("[:resumed [\"n0\" \"n1\" \"n2\"]]");
    assertThat(carryOut(pause.stop())).isEqualTo("[:resumed []]");
    assertThat(nodes.calls).containsExactly("resume n0", "resume n1", "resume n2");
  }

  @Test
  void whatIsKilledIsRestartedOnce() {
    assertThat(carryOut(kill.start(Keyword.of("all"), random)))
        .isEqualTo("[:killed [\"n0\" \"n1\" \"n2\"]]");
    assertThat(nodes.calls).containsExactly("kill n0", "kill n1", "kill n2");
    nodes.calls.clear();
    assertThat(carryOut(kill.stop())).isEqualTo("[:restarted [\"n0\" \"n1\" \"n2\"]]");
    assertThat(carryOut(kill.stop())).isEqualTo("[:restarted []]");
    assertThat(nodes.calls).containsExactly("restart n0", "restart n1", "restart n2");
  }

  @Test
  void onlyThoseThatAreMeantAreHit() {
    carryOut(kill.start(Keyword.of("one"), random));
    carryOut(pause.start(Keyword.of("majority"), random));
    assertThat(nodes.calls).hasSize(3).filteredOn(call -> call.startsWith("kill")).hasSize(1);
    carryOut(kill.stop());
    carryOut(pause.stop());
    assertThat(nodes.calls)
        .filteredOn(call -> call.startsWith("restart"))
        .containsExactly(nodes.calls.get(0).replace("kill", "restart"));
  }

  /** Whenever the nemesis ends, each node has been restarted as often as it was killed, in turn. */
  @Test
  void aNemesisLeavesNoNodeDeadOrPaused() {
    for (long seed = 0; seed < 50; seed++) {
      nodes.calls.clear();
      VirtualTimeScheduler scheduler = new VirtualTimeScheduler(10_000);
      Recorder recorder = new Recorder(scheduler, op -> {});
      Nemesis nemesis =
          new Nemesis(
              scheduler,
              recorder,
              new SplittableRandom(seed),
              SECOND,
              RecordedFault.target(nodes),
              List.of(kill, pause));
      nemesis.begin();
      scheduler.runUntil(seed * SECOND / 5);
      nemesis.end();
      scheduler.run();
      for (String node : NODES) {
        assertInTurn("kill " + node, "restart " + node);
        assertInTurn("pause " + node, "resume " + node);
      }
    }
  }

  private void assertInTurn(String breaking, String mending) {
    List<String> calls = new ArrayList<>(nodes.calls);
    calls.removeIf(call -> !call.equals(breaking) && !call.equals(mending));
    for (int i = 0; i < calls.size(); i++) {
      assertThat(calls.get(i)).isEqualTo(i % 2 == 0 ? breaking : mending);
    }
    assertThat(calls.size() % 2).isZero();
  }
}
