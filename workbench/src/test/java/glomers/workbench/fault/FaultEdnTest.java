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
        Measure.LOSS.to(0.05),
        Measure.LOSS.to(0),
        Measure.DUPLICATE.to(1),
        Measure.DUPLICATE.to(0),
        Measure.REORDER.to(100),
        Measure.REORDER.to(0),
        Measure.SLOW.to(50),
        Measure.SLOW.to(1),
        Measure.STORE_SLOW.to(1_000),
        Measure.STORE_SLOW.to(0),
        Measure.STORE_LOST.to(0.2),
        Measure.STORE_LOST.to(0),
        Act.KILL.to(ONE),
        Act.KILL_LOST.to(ONE),
        Act.POWER_OFF.to(ONE),
        Act.POWER_ON.to(ONE),
        Act.FILL_DISK.to(ONE),
        Act.MEND_DISK.to(ONE),
        Act.CORRUPT.to(ONE),
        Act.RESTORE.to(ONE),
        new FaultEvent.ClockRates(Map.of("n0", 0.5)),
        new FaultEvent.ClockRates(Map.of("n0", 1.0)),
        new FaultEvent.ClockRates(Map.of()),
        Act.RESTART.to(List.of()),
        Act.PAUSE.to(ONE),
        Act.RESUME.to(ONE));
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
