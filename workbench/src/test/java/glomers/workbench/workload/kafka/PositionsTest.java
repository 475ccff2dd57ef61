package glomers.workbench.workload.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.workload.kafka.KafkaOp.Assign;
import glomers.workbench.workload.kafka.KafkaSession.Positions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private final Positions positions = new Positions();

  @Test
  void startAtTheCommittedOffsetItself() {
    positions.assign(Assign.request(List.of("j", "k")).answered(Map.of("k", 7L, "l", 3L)));
    assertThat(positions.next()).isEqualTo(Map.of("j", 0L, "k", 7L));
  }

  @Test
  void stayWhereTheClientStoodOverAnAssign() {
    positions.assign(Assign.request(List.of("j", "k")).answered(Map.of()));
    positions.advance(Map.of("k", LogHistory.entries(2, 1, 4, 2)));
    positions.assign(Assign.request(List.of("k", "l")).answered(Map.of("k", 9L)));
    assertThat(positions.next()).isEqualTo(Map.of("k", 5L, "l", 0L));
  }

  @Test
  void startAtZeroAfterSeek() {
    positions.advance(Map.of("k", LogHistory.entries(2, 1)));
    positions.assign(Assign.fromBeginning(List.of("k")));
    assertThat(positions.next()).isEqualTo(Map.of("k", 0L));
  }

  @Test
  void neverGoBackInPolls() {
    positions.advance(Map.of("k", LogHistory.entries(9, 1)));
    positions.advance(Map.of("k", LogHistory.entries(2, 1), "j", List.of()));
    assertThat(positions.next()).isEqualTo(Map.of("k", 10L, "j", 0L));
  }
}
