package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.Act;
import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import glomers.workbench.history.Op;
import glomers.workbench.history.OpType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLossTest {
  private static final List<String> NODES = List.of("n0", "n1", "n2");
  private static final Duration WINDOW = Duration.ofMillis(1_000);

  private final HistoryBuilder history = new HistoryBuilder();

  private List<OpType> endings() {
    History promised = BoundedLoss.of(history.build(), NODES, WINDOW);
    return promised.clientOps().filter(op -> !op.isInvoke()).map(Op::type).toList();
  }

  private void add(long millis, int process) {
    history.at(millis).call(process, "add", 1L, 1L);
  }

  private void kill(long millis, String... nodes) {
    history.at(millis).fault(Act.KILL.to(List.of(nodes)));
  }

  @Test
  void nothingMayBeLostWithoutKills() {
    add(0, 0);
    assertThat(endings()).containsExactly(OpType.OK);
  }

  @Test
  void onlyWhatTheKilledNodeHasJustAnsweredMayBeLost() {
    add(0, 0);
    add(5_000, 0);
    add(5_000, 1);
    kill(5_500, "n0");
    assertThat(endings()).containsExactly(OpType.OK, OpType.INFO, OpType.OK);
  }

  @Test
  void allMayBeLostIfAllAreKilled() {
    add(0, 0);
    kill(5_000, "n0", "n1", "n2");
    add(6_000, 1);
    assertThat(endings()).containsExactly(OpType.INFO, OpType.OK);
  }

  @Test
  void powerThatFailsKillsAllNodes() {
    add(0, 0);
    history.at(5_000).fault(Act.POWER_OFF.to(NODES));
    history.at(6_000).fault(Act.POWER_ON.to(NODES));
    add(7_000, 1);
    kill(9_000, "n0", "n1");
    assertThat(endings()).containsExactly(OpType.INFO, OpType.OK);
  }

  @Test
  void nodeThatWasKilledStaysDownWhenPowerIsBack() {
    kill(4_000, "n2");
    history.at(5_000).fault(Act.POWER_OFF.to(NODES));
    history.at(6_000).fault(Act.POWER_ON.to(NODES));
    add(7_000, 0);
    kill(9_000, "n0", "n1");
    assertThat(endings()).containsExactly(OpType.INFO);
  }

  @Test
  void nodeThatHasJustRestartedKnowsNothingYet() {
    add(0, 0);
    kill(5_000, "n0", "n1");
    history.at(6_000).fault(Act.RESTART.to(List.of("n0", "n1")));
    kill(6_500, "n2");
    assertThat(endings()).containsExactly(OpType.INFO);
  }

  @Test
  void nodeThatHasHadTimeToLearnKeepsAll() {
    add(0, 0);
    kill(5_000, "n0", "n1");
    history.at(6_000).fault(Act.RESTART.to(List.of("n0", "n1")));
    kill(9_000, "n2");
    assertThat(endings()).containsExactly(OpType.OK);
  }
}
