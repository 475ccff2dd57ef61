package glomers.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TradeOffTest {
  @Test
  void theTableHasARowForEachOfTheSettings() {
    String table = TradeOff.table(TradeOff.measure(5, Duration.ofSeconds(2)));
    assertThat(table.lines().skip(2))
        .hasSameSizeAs(TradeOff.SETTINGS)
        .allMatch(
            row -> row.matches("\\| 5 \\| \\d+ / \\d+ ms \\| \\d+\\.\\d\\d (\\| \\d+ ms ){2}\\|"));
  }
}
