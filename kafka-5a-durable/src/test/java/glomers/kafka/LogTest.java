package glomers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
  private final Log log = new Log();

  private void append(int messages) {
    for (long message = 0; message < messages; message++) {
      log.append(100 + message);
    }
  }

  @Test
  void givesWhatIsFromTheOffsetOn() {
    append(3);
    assertThat(log.from(1)).containsExactly(List.of(1L, 101L), List.of(2L, 102L));
    assertThat(log.from(3)).isEmpty();
    assertThat(log.from(Long.MAX_VALUE)).isEmpty();
    assertThat(log.from(Long.MIN_VALUE)).hasSize(3);
  }

  @Test
  void pollsOfLongLogsAreBounded() {
    append(1_500);
    assertThat(log.from(0)).hasSize(1_000);
    assertThat(log.from(1_000)).hasSize(500).startsWith(List.of(1_000L, 1_100L));
  }
}
