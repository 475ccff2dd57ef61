package glomers.workbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.run.Phase;
import glomers.workbench.run.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static String line(long elapsedMillis, List<String> faults) {
    return line(Phase.OPERATING, elapsedMillis, faults);
  }

  private static String line(Phase phase, long elapsedMillis, List<String> faults) {
    Status status =
        new Status(phase, Duration.ofMillis(elapsedMillis), 12_345, 12_000, 40, 5, faults);
    return ProgressLine.of(status, Duration.ofSeconds(20));
  }

  @Test
  void tellsTimeAndCounts() {
    assertThat(line(12_900, List.of()))
        .isEqualTo(
            "12 of 20 s · running operations · 12,345 operations (957 per second): 12,000 ok,"
                + " 40 failed, 5 unknown");
  }

  @Test
  void namesTheFaultsInForce() {
    assertThat(line(0, List.of("partition", "pause")))
        .startsWith("0 of 20 s")
        .endsWith(" · active: partition, pause");
  }

  @Test
  void theTimeDoesNotPassItsLimit() {
    assertThat(line(31_000, List.of())).startsWith("20 of 20 s");
  }

  @Test
  void rateIsThatOfTheMainPhase() {
    assertThat(line(24_000, List.of())).contains("(617 per second)");
    assertThat(line(Phase.RECOVERING, 24_000, List.of()))
        .contains("12,345 operations: 12,000 ok")
        .doesNotContain("per second");
  }
}
