package glomers.workbench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.fault.FaultEvent.BreakDisk;
import glomers.workbench.fault.FaultEvent.ClockRates;
import glomers.workbench.fault.FaultEvent.Corrupt;
import glomers.workbench.fault.FaultEvent.Duplicate;
import glomers.workbench.fault.FaultEvent.Heal;
import glomers.workbench.fault.FaultEvent.Kill;
import glomers.workbench.fault.FaultEvent.Loss;
import glomers.workbench.fault.FaultEvent.MendDisk;
import glomers.workbench.fault.FaultEvent.OneWayPartition;
import glomers.workbench.fault.FaultEvent.Partition;
import glomers.workbench.fault.FaultEvent.Pause;
import glomers.workbench.fault.FaultEvent.PowerOff;
import glomers.workbench.fault.FaultEvent.PowerOn;
import glomers.workbench.fault.FaultEvent.Reorder;
import glomers.workbench.fault.FaultEvent.Restart;
import glomers.workbench.fault.FaultEvent.Restore;
import glomers.workbench.fault.FaultEvent.Resume;
import glomers.workbench.fault.FaultEvent.Slow;
import glomers.workbench.fault.FaultEvent.StoreLost;
import glomers.workbench.fault.FaultEvent.StoreSlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FaultSentenceTest {
  private static final List<String> ONE = List.of("n0");
  private static final List<String> TWO = List.of("n1", "n2");

  static final Set<Map.Entry<FaultEvent, String>> SENTENCES = sentences().entrySet();

  private static Map<FaultEvent, String> sentences() {
    Map<FaultEvent, String> all = new LinkedHashMap<>();
    all.put(
        Partition.between(ONE, TWO),
        "partition: no messages pass between n0 on one side and n1 and n2 on the other");
    all.put(Partition.between(ONE, List.of("n1")), "partition: no messages pass between n0 and n1");
    all.put(new Partition(Map.of("n0", TWO)), "partition: n0 receives nothing from n1 and n2");
    all.put(
        new OneWayPartition(TWO),
        "one-way partition: n1 and n2 receive nothing from other servers");
    all.put(new Heal(Partition.NAME), "all partitions heal");
    all.put(new Loss(0.5), "from now on, 50 % of the messages between servers are lost");
    all.put(new Loss(1), "from now on, all messages between servers are lost");
    all.put(new Loss(0), "from now on, no messages between servers are lost by chance");
    all.put(new Duplicate(0.1), "from now on, 10 % of the messages between servers are duplicated");
    all.put(
        new Reorder(200),
        "from now on, messages between servers take up to 200 ms longer, and overtake each other");
    all.put(new Reorder(0), "from now on, messages between servers take their usual time");
    all.put(new Slow(10), "from now on, messages between servers take 10 times as long");
    all.put(new Slow(1), "from now on, messages between servers take their usual time");
    all.put(
        new StoreSlow(200), "from now on, messages from and to services take up to 200 ms longer");
    all.put(new StoreLost(0.25), "from now on, 25 % of the messages from and to services are lost");
    all.put(new Kill(ONE), "n0 crashes");
    all.put(
        new Kill(TWO, Unsynced.LOST), "n1 and n2 crash; what was written but not synced is lost");
    all.put(new Kill(ONE, Unsynced.KEPT), "n0 crashes; what was written but not synced is kept");
    all.put(new Restart(ONE), "n0 starts again, with nothing but what is on its disk");
    all.put(new Restart(TWO), "n1 and n2 start again, with nothing but what is on their disks");
    all.put(new Pause(ONE), "n0 is paused; messages to it wait");
    all.put(new Pause(TWO), "n1 and n2 are paused; messages to them wait");
    all.put(new Resume(TWO), "n1 and n2 go on");
    all.put(new PowerOff(TWO), "the power fails: all nodes crash at once");
    all.put(
        new PowerOn(TWO),
        "the power is back: all nodes start again, with nothing but what is on their disks");
    all.put(
        new BreakDisk(DiskFault.SLOW, ONE),
        "from now on, each sync to the disk of n0 takes up to a second");
    all.put(
        new BreakDisk(DiskFault.FAILING, TWO),
        "from now on, each write to the disks of n1 and n2 fails and ends the node");
    all.put(
        new BreakDisk(DiskFault.FULL, ONE),
        "from now on, hardly anything more can be written to the disk of n0; a write that fails"
            + " ends the node");
    all.put(new MendDisk(ONE), "the disk of n0 is sound again");
    all.put(new MendDisk(TWO), "the disks of n1 and n2 are sound again");
    all.put(
        new Corrupt(ONE), "n0 crashes, a bit of each stored file is flipped, and n0 starts again");
    all.put(new Restore(ONE), "the flipped bits on the disk of n0 are flipped back");
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
    Set<Class<?>> tested =
        SENTENCES.stream().map(Map.Entry::getKey).map(Object::getClass).collect(Collectors.toSet());
    assertThat(events(FaultEvent.class)).containsExactlyInAnyOrderElementsOf(tested);
  }

  private static List<Class<?>> events(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(each -> events(each).stream())
            .distinct()
            .toList()
        : List.of(type);
  }
}
