package glomers.workbench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FaultSentenceTest {
  private static final List<String> ONE = List.of("n0");
  private static final List<String> TWO = List.of("n1", "n2");

  /** Partitions of two kinds, the end of both, and clocks. */
  private static final int OTHER_EVENTS = FaultEvent.class.getPermittedSubclasses().length - 2;

  static final Set<Map.Entry<FaultEvent, String>> SENTENCES = sentences().entrySet();

  private static Map<FaultEvent, String> sentences() {
    Map<FaultEvent, String> all = new LinkedHashMap<>();
    all.put(
        Partition.between(ONE, TWO),
        "partition: no messages pass between n0 on one side and n1 and n2 on the other");
    all.put(Partition.between(ONE, List.of("n1")), "partition: no messages pass between n0 and n1");
    all.put(new Partition(Map.of("n0", TWO)), "partition: n0 receives nothing from n1 and n2");
    all.put(
        new Partition(Map.of("n0", List.of(), "n1", List.of())),
        "partition: of a shape that cuts nothing with so few nodes");
    all.put(
        new OneWayPartition(TWO),
        "one-way partition: n1 and n2 receive nothing from other servers");
    all.put(new Heal(Partition.NAME), "all partitions heal");
    all.put(Measure.LOSS.to(0.5), "from now on, 50 % of the messages between servers are lost");
    all.put(Measure.LOSS.to(1), "from now on, all messages between servers are lost");
    all.put(Measure.LOSS.to(0), "from now on, no messages between servers are lost by chance");
    all.put(
        Measure.DUPLICATE.to(0.1),
        "from now on, 10 % of the messages between servers are duplicated");
    all.put(
        Measure.REORDER.to(200),
        "from now on, messages between servers take up to 200 ms longer, and overtake each other");
    all.put(Measure.REORDER.to(0), "from now on, messages between servers take their usual time");
    all.put(Measure.SLOW.to(10), "from now on, messages between servers take 10 times as long");
    all.put(Measure.SLOW.to(1), "from now on, messages between servers take their usual time");
    all.put(
        Measure.STORE_SLOW.to(200),
        "from now on, messages from and to services take up to 200 ms longer");
    all.put(
        Measure.STORE_LOST.to(0.25),
        "from now on, 25 % of the messages from and to services are lost");
    all.put(Act.KILL.to(ONE), "n0 crashes");
    all.put(Act.KILL_LOST.to(TWO), "n1 and n2 crash; what was written but not synced is lost");
    all.put(Act.KILL_KEPT.to(ONE), "n0 crashes; what was written but not synced is kept");
    all.put(Act.RESTART.to(ONE), "n0 starts again, with nothing but what is on its disk");
    all.put(Act.RESTART.to(TWO), "n1 and n2 start again, with nothing but what is on their disks");
    all.put(Act.PAUSE.to(ONE), "n0 is paused; messages to it wait");
    all.put(Act.PAUSE.to(TWO), "n1 and n2 are paused; messages to them wait");
    all.put(Act.RESUME.to(TWO), "n1 and n2 go on");
    all.put(Act.POWER_OFF.to(TWO), "the power fails: all nodes crash at once");
    all.put(
        Act.POWER_ON.to(TWO),
        "the power is back: all nodes start again, with nothing but what is on their disks");
    all.put(Act.SLOW_DISK.to(ONE), "from now on, each sync to the disk of n0 takes up to a second");
    all.put(
        Act.FAIL_DISK.to(TWO),
        "from now on, each write to the disks of n1 and n2 fails and ends the node");
    all.put(
        Act.FILL_DISK.to(ONE),
        "from now on, hardly anything more can be written to the disk of n0; a write that fails"
            + " ends the node");
    all.put(Act.MEND_DISK.to(ONE), "the disk of n0 is sound again");
    all.put(Act.MEND_DISK.to(TWO), "the disks of n1 and n2 are sound again");
    all.put(
        Act.CORRUPT.to(ONE),
        "n0 crashes, a bit of each stored file is flipped, and n0 starts again");
    all.put(Act.RESTORE.to(ONE), "the flipped bits on the disk of n0 are flipped back");
    all.put(
        new ClockRates(Map.of("n0", 1.5, "n1", 1.0)),
        "from now on, the clock of n0 runs at 1.5 times its usual rate, the clock of n1 runs at its"
            + " usual rate");
    return all;
  }

  @ParameterizedTest
  @FieldSource("SENTENCES")
  void saysWhatHappens(Map.Entry<FaultEvent, String> expected) {
    assertThat(FaultSentence.of(expected.getKey())).isEqualTo(expected.getValue());
  }

  @Test
  void everyEventIsTested() {
    Set<Object> tested =
        SENTENCES.stream()
            .map(Map.Entry::getKey)
            .map(FaultSentenceTest::kind)
            .collect(Collectors.toSet());
    assertThat(tested).contains((Object[]) Act.values()).contains((Object[]) Measure.values());
    assertThat(tested).hasSize(Act.values().length + Measure.values().length + OTHER_EVENTS);
  }

  private static Object kind(FaultEvent event) {
    if (event instanceof FaultEvent.OfNodes toNodes) {
      return toNodes.act();
    }
    return event instanceof FaultEvent.Degree degree ? degree.of() : event.getClass();
  }
}
