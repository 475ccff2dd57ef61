package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
  private final Log log = new Log();

  @Test
  void nodesGiveOffsetsOfTheirOwn() {
    assertThat(log.append(10, 1, 3)).isEqualTo(1);
    assertThat(log.append(11, 1, 3)).isEqualTo(4);
    assertThat(log.append(12, 0, 3)).isEqualTo(6);
    assertThat(log.append(13, 2, 3)).isEqualTo(8);
  }

  @Test
  void offsetsRiseAboveThoseOfOthers() {
    log.put(9, 10);
    assertThat(log.append(11, 1, 2)).isEqualTo(11);
    assertThat(log.append(12, 1, 2)).isEqualTo(13);
  }

  @Test
  void showsNothingFromTheFirstUnstableOn() {
    log.put(0, 10);
    log.put(1, 11);
    log.put(2, 12);
    log.settle(0);
    log.settle(2);
    assertThat(log.from(0)).containsExactly(List.of(0L, 10L));
    assertThat(log.from(2)).isEmpty();
    log.settle(1);
    assertThat(log.from(1)).containsExactly(List.of(1L, 11L), List.of(2L, 12L));
    assertThat(log.from(3)).isEmpty();
  }

  @Test
  void pollsOfLongLogsAreBounded() {
    for (int i = 0; i < 1_500; i++) {
      log.settle(log.append(i, 0, 2));
    }
    assertThat(log.from(Long.MIN_VALUE)).hasSize(1_000);
    assertThat(log.from(2_000)).hasSize(500).startsWith(List.of(2_000L, 1_000L));
  }
}
