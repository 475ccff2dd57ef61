package glomers.workbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import glomers.workbench.history.History;
import glomers.workbench.history.HistoryBuilder;
import org.junit.jupiter.api.Test;

class FaultBandTest {
  private static final long MS = 1_000_000;

  @Test
  void lastsFromStartToStop() {
    History history =
        new HistoryBuilder()
            .at(10)
            .nemesis("start-partition", "one")
            .at(10)
            .nemesis("start-partition", "n0 alone")
            .at(20)
            .nemesis("start-loss", null)
            .at(30)
            .nemesis("stop-partition", null)
            .at(30)
            .nemesis("stop-partition", "healed")
            .build();
    assertThat(FaultBand.of(history, 50 * MS))
        .containsExactly(
            new FaultBand("partition", "\"n0 alone\"", 10 * MS, 30 * MS),
            new FaultBand("loss", "nil", 20 * MS, 50 * MS));
  }

  @Test
  void stopWithoutStartIsNoBand() {
    History history = new HistoryBuilder().nemesis("stop-loss", null).build();
    assertThat(FaultBand.of(history, MS)).isEmpty();
  }
}
