package glomers.workbench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glomers.workbench.edn.Edn;
import glomers.workbench.edn.EdnReader;
import glomers.workbench.edn.Keyword;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultEdnTest {
  private static final List<String> ONE = List.of("n0");

  static Stream<FaultEvent> events() {
    return Stream.of(
        new FaultEvent.Partition(Map.of("n0", List.of("n1", "n2"))),
        new FaultEvent.Partition(Map.of()),
        new FaultEvent.OneWayPartition(ONE),
        new FaultEvent.Heal(FaultEvent.Partition.NAME),
        new FaultEvent.Heal(FaultEvent.OneWayPartition.NAME),
        new FaultEvent.Loss(0.05),
        new FaultEvent.Loss(0),
        new FaultEvent.Duplicate(1),
        new FaultEvent.Duplicate(0),
        new FaultEvent.Reorder(100),
        new FaultEvent.Reorder(0),
        new FaultEvent.Slow(50),
        new FaultEvent.Slow(1),
        new FaultEvent.StoreSlow(1_000),
        new FaultEvent.StoreSlow(0),
        new FaultEvent.StoreLost(0.2),
        new FaultEvent.StoreLost(0),
        new FaultEvent.Kill(ONE),
        new FaultEvent.Kill(ONE, Unsynced.LOST),
        new FaultEvent.PowerOff(ONE),
        new FaultEvent.PowerOn(ONE),
        new FaultEvent.BreakDisk(DiskFault.FULL, ONE),
        new FaultEvent.MendDisk(ONE),
        new FaultEvent.Corrupt(ONE),
        new FaultEvent.Restore(ONE),
        new FaultEvent.ClockRates(Map.of("n0", 0.5)),
        new FaultEvent.ClockRates(Map.of("n0", 1.0)),
        new FaultEvent.ClockRates(Map.of()),
        new FaultEvent.Restart(List.of()),
        new FaultEvent.Pause(ONE),
        new FaultEvent.Resume(ONE));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsWrittenIsRead(FaultEvent event) {
    Object value = EdnReader.read(Edn.print(FaultEdn.of(event)));
    assertThat(FaultEdn.read(event.function(), value)).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource({
    "start-meteorite, 2",
    "stop-meteorite, 2",
    "start-loss, big",
    "stop-kill, big",
    "start-partition, big",
    "stop-slow, big"
  })
  void unknownFaultIsError(String function, String value) {
    assertThatThrownBy(() -> FaultEdn.read(function, Keyword.of(value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no fault that is written as " + function + " :" + value);
  }
}
