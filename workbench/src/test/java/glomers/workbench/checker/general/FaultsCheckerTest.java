package glomers.workbench.checker.general;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.checker.Result;
import glomers.workbench.checker.Validity;
import glomers.workbench.edn.Edn;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.Measure;
import glomers.workbench.history.HistoryBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultsCheckerTest {
  private final HistoryBuilder history = new HistoryBuilder();

  private String faults() {
    return faults(3);
  }

  private String faults(int nodes) {
    Result result = new FaultsChecker(nodes).check(history.build());
    assertThat(result.validity()).isEqualTo(Validity.VALID);
    return Edn.print(result.details().get("faults"));
  }

  @Test
  void listsFaultWithBeginningAndEnd() {
    history.invoke(0, "read", null).ok(0).at(1_500).nemesis("start-loss", 0.5);
    history.at(1_500).fault(Measure.LOSS.to(0.5)).at(4_250).fault(Measure.LOSS.to(0));
    assertThat(faults()).isEqualTo("({:fault :loss, :from-s 1.5, :value 0.5, :to-s 4.25})");
  }

  @Test
  void theSameFaultMayComeAgain() {
    history.at(1_000).fault(Measure.LOSS.to(0.1)).at(2_000).fault(Measure.LOSS.to(0));
    history.at(3_000).fault(Measure.LOSS.to(0.2)).at(4_000).fault(Measure.LOSS.to(0));
    assertThat(faults())
        .isEqualTo(
            "({:fault :loss, :from-s 1.0, :value 0.1, :to-s 2.0}"
                + " {:fault :loss, :from-s 3.0, :value 0.2, :to-s 4.0})");
  }

  @Test
  void listsOverlappingFaultsByBeginning() {
    history.at(0).fault(new OneWayPartition(List.of("n0")));
    history.at(1_000).fault(Act.KILL.to(List.of("n1")));
    history.at(2_000).fault(new Heal(OneWayPartition.NAME));
    history.at(3_000).fault(new OneWayPartition(List.of("n2")));
    history.at(4_000).fault(Act.RESTART.to(List.of("n1")));
    history.at(5_000).fault(new Heal(OneWayPartition.NAME));
    assertThat(faults())
        .isEqualTo(
            "({:fault :one-way-partition, :from-s 0.0, :value [:deaf [\"n0\"]], :to-s 2.0}"
                + " {:fault :kill, :from-s 1.0, :value [:killed [\"n1\"]], :to-s 4.0}"
                + " {:fault :one-way-partition, :from-s 3.0, :value [:deaf [\"n2\"]], :to-s"
                + " 5.0})");
  }

  @Test
  void activeFaultHasNoEnd() {
    history.at(1_000).fault(Act.PAUSE.to(List.of("n0")));
    assertThat(faults()).isEqualTo("({:fault :pause, :from-s 1.0, :value [:paused [\"n0\"]]})");
  }

  @Test
  void stoppingInactiveFaultIsNoFault() {
    history.at(1_000).fault(Act.RESUME.to(List.of()));
    history.nemesis("something-else", null).invoke(0, "start-loss", null).ok(0);
    assertThat(faults()).isEqualTo("()");
  }

  @Test
  @DisplayName("What a fault can't change, as there are too few nodes, is said of it")
  void saysWhatChangesNothing() {
    Partition none = new Partition(Map.of("n0", List.of(), "n1", List.of()));
    history.at(1_000).fault(none).at(2_000).fault(new Heal(Partition.NAME));
    history.at(3_000).fault(Partition.between(List.of("n0"), List.of("n1")));
    assertThat(faults(2))
        .contains(":value [:isolated {\"n0\" [], \"n1\" []}], :changes-nothing? true, :to-s 2.0}")
        .containsOnlyOnce("changes-nothing");
    assertThat(IdleFaults.note(history.build(), 2))
        .hasValueSatisfying(note -> assertThat(note).startsWith("1 of 2 faults of type partition"));
  }

  @Test
  void faultsOfTheNetworkNeedTwoNodes() {
    history.at(1_000).fault(Measure.LOSS.to(0.5)).at(2_000).fault(Act.KILL.to(List.of("n0")));
    assertThat(IdleFaults.note(history.build(), 1))
        .contains(
            "1 of 1 faults of type loss changed nothing: one node exchanges no messages with"
                + " others. Take more nodes (--node-count).");
    assertThat(IdleFaults.note(history.build(), 2)).isEmpty();
  }
}
